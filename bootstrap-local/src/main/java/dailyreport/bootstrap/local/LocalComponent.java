package dailyreport.bootstrap.local;

import dagger.BindsInstance;
import dagger.Component;
import dailyreport.application.ReportParts;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.ReportCodec;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** The wired product for one command. */
@Singleton
@Component(
    modules = {
      SystemWiring.class,
      CacheWiring.class,
      CommandWiring.class,
      MarketWiring.class,
      NarrationWiring.class
    })
interface LocalComponent {
  TieredCache cache();

  Optional<LocalCache> local();

  Optional<SharedPorts> shared();

  Tiers tiers();

  TickerDirectory directory();

  Sessions sessions();

  ReportCodec codec();

  ReportGenerator generator();

  ReportParts parts();

  EventFile eventFile();

  Config config();

  InstantSource clock();

  /** Makes the component from what the command line knows. */
  @Component.Factory
  interface Factory {
    LocalComponent create(
        @BindsInstance Config config,
        @BindsInstance Prices prices,
        @BindsInstance Audience audience,
        @BindsInstance InstantSource clock);
  }
}
