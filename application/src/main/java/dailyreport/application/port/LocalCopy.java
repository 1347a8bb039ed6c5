package dailyreport.application.port;

import dailyreport.domain.cache.CacheEntry;
import java.time.Instant;

/**
 * An entry as the local tier keeps it.
 *
 * @param entry verbatim, validity included
 * @param sharedTag tag of the shared record it equals; {@link Tag#none()} when it is not there
 * @param checkedAt UTC instant of the last look at the shared tier
 */
public record LocalCopy(CacheEntry entry, Tag sharedTag, Instant checkedAt) {}
