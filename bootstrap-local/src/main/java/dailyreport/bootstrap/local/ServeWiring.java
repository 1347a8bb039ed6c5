package dailyreport.bootstrap.local;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.line.LineMessenger;
import dailyreport.adapters.line.LineWebhook;
import dailyreport.application.AnswerEvents;
import dailyreport.application.AnswerLate;
import dailyreport.application.AnswerNow;
import dailyreport.application.OpenLink;
import dailyreport.application.RefreshReport;
import dailyreport.application.ReportLinks;
import dailyreport.application.ReportParts;
import dailyreport.application.TickerDirectory;
import dailyreport.application.WorkOnJob;
import dailyreport.application.cache.EntryGate;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.EventClaims;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.Messenger;
import dailyreport.bootstrap.local.folder.FolderTier;
import dailyreport.bootstrap.local.serve.Bugs;
import dailyreport.bootstrap.local.serve.InProcessQueue;
import dailyreport.bootstrap.local.serve.PdfPasses;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** What is special about a process that serves: LINE on both sides, a queue, and links. */
@Module
interface ServeWiring {
  @Provides
  @Singleton
  static LineWebhook webhook(LineSide line, EventLog events, InstantSource clock) {
    return LineWebhook.open(line.channelSecret(), events, clock);
  }

  @Provides
  @Singleton
  static Messenger messenger(LineSide line, EventLog events, InstantSource clock) {
    return LineMessenger.open(line.channelToken(), line.base(), events, clock);
  }

  @Provides
  @Singleton
  static ReportLinks links(LineSide line) {
    return new ReportLinks(line.channelSecret());
  }

  @Provides
  @Singleton
  static InProcessQueue inProcess(LineSide line, InstantSource clock) {
    return new InProcessQueue(line.watch(), clock);
  }

  @Binds
  JobQueue queue(InProcessQueue queue);

  @Provides
  @Singleton
  static TieredCache cache(
      Tiers tiers,
      SessionTtlPolicy policy,
      EntryGate gate,
      ReportGenerator generator,
      GenerationBudget budget,
      JobQueue queue,
      EventLog events,
      InstantSource clock) {
    return new TieredCache(
        tiers, policy, gate, generator, budget, queue, events, clock, Waiting.real());
  }

  /** Without a shared tier events are claimed in its folder, as money is counted there. */
  @Provides
  @Singleton
  static EventClaims claims(Optional<SharedPorts> shared, FolderTier folder) {
    return shared.map(SharedPorts::claims).orElseGet(folder::eventClaims);
  }

  /** Without a shared tier no part is kept that an address could lead to. */
  @Provides
  @Singleton
  static PdfPasses passes(Optional<SharedPorts> shared, LineSide line, InstantSource clock) {
    return new PdfPasses(
        shared.map(SharedPorts::links).orElse((_, _, _, _) -> Optional.empty()),
        line.linkBase(),
        clock);
  }

  @Provides
  @Singleton
  static AnswerEvents answerEvents(
      TieredCache cache,
      TickerDirectory directory,
      Sessions sessions,
      ReportLinks links,
      Messenger messenger,
      JobQueue queue,
      EventLog events,
      InstantSource clock) {
    var answerNow =
        new AnswerNow(cache, directory, sessions, links, messenger, queue, events, clock);
    return new AnswerEvents(answerNow, events, bug -> Bugs.log("webhook event", bug));
  }

  @Provides
  @Singleton
  static AnswerLate answerLate(
      LineSide line,
      TieredCache cache,
      EventClaims claims,
      TickerDirectory directory,
      ReportLinks links,
      Messenger messenger,
      EventLog events,
      InstantSource clock) {
    return new AnswerLate(
        cache,
        claims,
        messenger,
        directory,
        links,
        line.channelSecret(),
        line.mayPush(),
        events,
        clock,
        Waiting.real());
  }

  @Provides
  @Singleton
  static WorkOnJob workOnJob(
      AnswerLate answerLate,
      TieredCache cache,
      ReportParts parts,
      EventLog events,
      InstantSource clock) {
    return new WorkOnJob(answerLate, new RefreshReport(cache, parts, events, clock));
  }

  @Provides
  @Singleton
  static OpenLink openLink(
      Config config, ReportLinks links, TieredCache cache, PdfPasses passes, EventLog events) {
    return new OpenLink(links, cache, passes, config.pdfUrlLife(), events);
  }
}
