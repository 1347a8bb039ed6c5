package dailyreport.bootstrap.local;

import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.s3.S3Tier;
import dailyreport.adapters.sqlite.SqliteInvalidationLog;
import dailyreport.adapters.sqlite.SqliteLocalCache;
import dailyreport.application.CheckHolidays;
import dailyreport.application.GenerateReport;
import dailyreport.application.ModelNarration;
import dailyreport.application.ReportParts;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.EntryGate;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.SpendLedger;
import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.bootstrap.local.folder.FolderTier;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tiers, their rules and the generator behind them. */
@Module
interface CacheWiring {
  /** L1 budget: clarifications, point 22. */
  long LOCAL_BYTES = 64L << 20;

  @Provides
  @Singleton
  static Optional<LocalCache> local(
      Config config, ReportCodec codec, InstantSource clock, EventLog events) {
    return config.backend().local()
        ? Optional.of(SqliteLocalCache.open(config.home(), LOCAL_BYTES, codec, clock, events))
        : Optional.empty();
  }

  @Provides
  @Singleton
  static Optional<SharedPorts> shared(
      Config config, FolderTier folder, ReportCodec codec, InstantSource clock, EventLog events) {
    if (!config.backend().shared()) {
      return Optional.empty();
    }
    return Optional.of(
        config
            .bucket()
            .map(bucket -> bucket(bucket, config, codec, clock, events))
            .orElseGet(() -> folder(folder)));
  }

  private static SharedPorts bucket(
      String bucket, Config config, ReportCodec codec, InstantSource clock, EventLog events) {
    S3Tier tier =
        config.s3Endpoint().isPresent()
            ? S3Tier.openAt(
                config.s3Endpoint().get(), config.awsRegion(), bucket, codec, clock, events)
            : S3Tier.open(bucket, codec, clock, events);
    return new SharedPorts(
        tier.sharedCache(),
        tier.generationLease(),
        tier.invalidationLog(),
        tier.eventClaims(),
        tier.partLinks(),
        tier.spendLedger());
  }

  private static SharedPorts folder(FolderTier tier) {
    return new SharedPorts(
        tier.sharedCache(),
        tier.generationLease(),
        tier.invalidationLog(),
        tier.eventClaims(),
        tier.partLinks(),
        tier.spendLedger());
  }

  /** Plays the bucket where there is none; without a shared tier it still counts and claims. */
  @Provides
  @Singleton
  static FolderTier folder(Config config, ReportCodec codec, InstantSource clock) {
    return FolderTier.open(config.home().resolve("shared"), codec, clock);
  }

  /** Money is counted whatever becomes of reports: without a shared tier, in its folder. */
  @Provides
  @Singleton
  static SpendLedger spend(Optional<SharedPorts> shared, FolderTier folder) {
    return shared.map(SharedPorts::spend).orElseGet(folder::spendLedger);
  }

  @Provides
  @Singleton
  static Tiers tiers(
      Config config,
      Optional<LocalCache> local,
      Optional<SharedPorts> shared,
      InstantSource clock,
      EventLog events) {
    return switch (config.backend()) {
      case HYBRID -> {
        SharedPorts ports = shared.orElseThrow();
        yield Tiers.hybrid(
            local.orElseThrow(), ports.cache(), ports.lease(), ports.invalidations());
      }
      case S3 -> {
        SharedPorts ports = shared.orElseThrow();
        yield Tiers.s3(ports.cache(), ports.lease(), ports.invalidations());
      }
      case SQLITE ->
          Tiers.sqlite(
              local.orElseThrow(), SqliteInvalidationLog.open(config.home(), clock, events));
      case OFF -> Tiers.off();
    };
  }

  @Provides
  @Singleton
  static SessionTtlPolicy policy(Config config, Sessions sessions, TickerDirectory directory) {
    var policy =
        SessionTtlPolicy.of(sessions, directory::listed, () -> UUID.randomUUID().toString());
    return config.ttl().map(policy::cappedAt).orElse(policy);
  }

  @Provides
  @Singleton
  static EntryGate gate(Prices prices) {
    return switch (prices) {
      case Prices.Live() -> EntryGate.live();
      case Prices.Pinned(var files) -> pinned(files);
    };
  }

  /** Each receipt's own file; of a receipt without one nothing that is stored was made here. */
  private static EntryGate pinned(List<FilePrices> files) {
    Map<Ticker, EntryGate> gates =
        files.stream()
            .collect(Collectors.toMap(FilePrices::ticker, file -> EntryGate.pinned(file.source())));
    return new EntryGate(
        entry ->
            Optional.ofNullable(gates.get(entry.key().ticker()))
                .filter(gate -> gate.source().test(entry))
                .isPresent(),
        EntryGate.live().output());
  }

  @Provides
  @Singleton
  static GenerationBudget budget(InstantSource clock) {
    return new GenerationBudget(clock);
  }

  /** Holiday files are looked at once, unless the session is that of a file of prices. */
  @Provides
  @Singleton
  static ReportGenerator generator(
      TickerDirectory directory,
      TradingCalendar calendar,
      Sessions sessions,
      MarketData market,
      NewsFeed news,
      TechnicalAnalysis technical,
      ModelNarration narration,
      ReportParts parts,
      EventLog events,
      InstantSource clock) {
    if (!sessions.pinned()) {
      new CheckHolidays(calendar, events, clock).soonOver();
    }
    return new GenerateReport(
        directory, sessions, market, news, technical, narration, parts, events, clock);
  }
}
