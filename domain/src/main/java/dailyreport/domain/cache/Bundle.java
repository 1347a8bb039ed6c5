package dailyreport.domain.cache;

import dailyreport.domain.report.Part;
import java.util.List;

/**
 * A finished generation: the entry with the bytes of its parts. Visible whole or not at all.
 *
 * @param entry names every part by digest
 * @param parts the bytes, possibly fewer than the entry names when only the record is re-committed
 */
public record Bundle(CacheEntry.Positive entry, List<Part> parts) {
  public Bundle {
    parts = List.copyOf(parts);
  }
}
