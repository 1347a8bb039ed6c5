package dailyreport.bootstrap.local;

import dagger.BindsInstance;
import dagger.Component;
import dailyreport.adapters.line.LineWebhook;
import dailyreport.application.AnswerEvents;
import dailyreport.application.OpenLink;
import dailyreport.application.WorkOnJob;
import dailyreport.application.port.EventLog;
import dailyreport.bootstrap.local.serve.InProcessQueue;
import dailyreport.bootstrap.local.serve.PdfPasses;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The wired product for a server. */
@Singleton
@Component(
    modules = {
      SystemWiring.class,
      CacheWiring.class,
      MarketWiring.class,
      NarrationWiring.class,
      ServeWiring.class
    })
interface ServeComponent {
  LineWebhook webhook();

  AnswerEvents answerEvents();

  WorkOnJob workOnJob();

  OpenLink openLink();

  PdfPasses pdfPasses();

  InProcessQueue queue();

  EventFile eventFile();

  EventLog events();

  /** Makes the component from what the command line knows. */
  @Component.Factory
  interface Factory {
    ServeComponent create(
        @BindsInstance Config config,
        @BindsInstance Prices prices,
        @BindsInstance Audience audience,
        @BindsInstance ModelChoice model,
        @BindsInstance LineSide line,
        @BindsInstance InstantSource clock);
  }
}
