package dailyreport.application.port;

import dailyreport.domain.cache.Scope;
import dailyreport.domain.report.ReportKey;
import java.util.Optional;

/**
 * The cache tier of one instance. Freshness is decided above it: an expired entry is returned too.
 */
public interface LocalCache {

  /**
   * The copy kept under the key.
   *
   * @throws PortException.Cache when the tier cannot be read
   */
  Optional<LocalCopy> find(ReportKey key);

  /**
   * Keeps a copy under its entry's key. An entry of an older start never replaces one of a newer
   * start; one of the same generation replaces tag and check instant.
   *
   * @throws PortException.Cache when the tier cannot be written
   */
  void store(LocalCopy copy);

  /**
   * Forgets all entries of the scope.
   *
   * @throws PortException.Cache when the tier cannot be written
   */
  void evict(Scope scope);

  /**
   * How full the tier is.
   *
   * @throws PortException.Cache when the tier cannot be read
   */
  Occupancy usage();
}
