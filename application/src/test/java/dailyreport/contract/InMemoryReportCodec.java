package dailyreport.contract;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.market.Headline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Hands out a claim check for every entry and remembers what it stands for; for tests within one
 * process.
 */
public final class InMemoryReportCodec implements ReportCodec {
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<CacheEntry, String> checks = new ConcurrentHashMap<>();
  private final Map<String, CacheEntry> entries = new ConcurrentHashMap<>();

  @Override
  public byte[] encode(CacheEntry entry) {
    String check =
        checks.computeIfAbsent(
            entry,
            it ->
                "entry %s of %s, number %s;"
                    .formatted(it.validity().generation(), it.key(), numbers.incrementAndGet()));
    entries.put(check, entry);
    return check.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public CacheEntry decode(byte[] record) {
    CacheEntry entry = entries.get(new String(record, StandardCharsets.UTF_8));
    if (entry == null) {
      throw new PortException.Cache(
          Fault.INVALID, "record of " + record.length + " bytes: not one of ours", null);
    }
    return entry;
  }

  @Override
  public byte[] news(List<Headline> news) {
    return news.stream()
        .map(headline ->
            headline.title() + " | " + headline.publisher() + " | " + headline.link() + "\n")
        .collect(Collectors.joining("", news.size() + " headlines\n", ""))
        .getBytes(StandardCharsets.UTF_8);
  }
}
