package dailyreport.bootstrap.lambda;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.line.LineWebhook;
import dailyreport.adapters.sqs.SqsDeadLetters;
import dailyreport.application.AnswerLate;
import dailyreport.application.AnswerNow;
import dailyreport.application.OpenLink;
import dailyreport.application.RefreshReport;
import dailyreport.application.port.DeadLetters;
import dailyreport.application.port.EventLog;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The two functions. */
@Module
interface FunctionWiring {
  @Provides
  static WebhookFunction webhookFunction(
      LineWebhook line,
      AnswerNow answerNow,
      OpenLink openLink,
      EventLog events,
      InstantSource clock) {
    return new WebhookFunction(line, answerNow, openLink, events, clock);
  }

  @Provides
  static WorkerFunction workerFunction(
      AnswerLate answerLate,
      RefreshReport refreshReport,
      Upkeep upkeep,
      Lazy<DeadLetters> deadLetters,
      EventLog events,
      InstantSource clock) {
    return new WorkerFunction(
        answerLate,
        refreshReport,
        upkeep,
        (letter, deadline) -> deadLetters.get().bury(letter, deadline),
        events,
        clock);
  }

  /** Opened with the first letter: there should be none. */
  @Provides
  @Singleton
  static DeadLetters deadLetters(Config config, InstantSource clock) {
    return SqsDeadLetters.open(config.deadLetters(), clock);
  }
}
