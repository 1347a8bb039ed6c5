package dailyreport.bootstrap.lambda;

import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.line.LineWebhook;
import dailyreport.application.AnswerLate;
import dailyreport.application.AnswerNow;
import dailyreport.application.OpenLink;
import dailyreport.application.RefreshReport;
import dailyreport.application.port.EventLog;
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
      EventLog events,
      InstantSource clock) {
    return new WorkerFunction(answerLate, refreshReport, upkeep, events, clock);
  }
}
