package dailyreport.bootstrap.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dailyreport.application.port.EventLog;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The wired product, built once in a process: one of its functions is asked for. */
@Singleton
@Component(
    modules = {
      SystemWiring.class,
      CacheWiring.class,
      MarketWiring.class,
      NarrationWiring.class,
      LineWiring.class,
      UpkeepWiring.class,
      FunctionWiring.class
    })
interface LambdaComponent {
  WebhookFunction webhook();

  WorkerFunction worker();

  /** Makes the component from what the process knows. */
  @Component.Factory
  interface Factory {
    LambdaComponent create(
        @BindsInstance Config config,
        @BindsInstance InstantSource clock,
        @BindsInstance EventLog events);
  }
}
