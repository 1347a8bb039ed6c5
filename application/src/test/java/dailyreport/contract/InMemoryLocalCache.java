package dailyreport.contract;

import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Occupancy;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.report.ReportKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Local tier in a map; for tests. */
public final class InMemoryLocalCache implements LocalCache {
  private final Map<ReportKey, LocalCopy> copies = new ConcurrentHashMap<>();

  @Override
  public Optional<LocalCopy> find(ReportKey key) {
    return Optional.ofNullable(copies.get(key));
  }

  @Override
  public void store(LocalCopy copy) {
    copies.merge(
        copy.entry().key(), copy, (kept, offered) -> older(offered, kept) ? kept : offered);
  }

  private static boolean older(LocalCopy one, LocalCopy other) {
    return one.entry().validity().startedAt().isBefore(other.entry().validity().startedAt());
  }

  @Override
  public void evict(Scope scope) {
    copies.keySet().removeIf(scope::covers);
  }

  /** Bytes are characters of the printed form: a size, if not the true one. */
  @Override
  public Occupancy usage() {
    return new Occupancy(
        copies.size(), copies.values().stream().mapToLong(copy -> copy.toString().length()).sum());
  }
}
