package dailyreport.adapters.s3;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.ReportKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stands for the real codec, which is another adapter's: one fact a line. Of reports it knows the
 * example only, with any parts.
 */
final class TextCodec implements ReportCodec {
  private static final String SCHEMA = "schema 1";
  private static final String NONE = "-";

  @Override
  public byte[] encode(CacheEntry entry) {
    var lines = new ArrayList<String>(List.of(SCHEMA));
    lines.add(entry.key().ticker().symbol());
    lines.add(entry.key().session().toString());
    lines.add(entry.validity().startedAt().toString());
    lines.add(entry.validity().freshUntil().toString());
    lines.add(entry.validity().usableUntil().toString());
    lines.add(entry.validity().generation());
    switch (entry) {
      case CacheEntry.Negative negative -> {
        lines.add(negative.reason().name());
        lines.add(negative.newest().map(LocalDate::toString).orElse(NONE));
      }
      case CacheEntry.Positive positive -> {
        if (!positive.report().withParts(List.of()).equals(Examples.report())) {
          throw new IllegalArgumentException("this codec knows the example report only");
        }
        lines.add("POSITIVE");
        positive
            .report()
            .parts()
            .forEach(ref -> lines.add(ref.name() + " " + ref.sha256() + " " + ref.size()));
      }
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] news(List<Headline> news) {
    return news.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public CacheEntry decode(byte[] record) {
    List<String> lines = new String(record, StandardCharsets.UTF_8).lines().toList();
    try {
      return decode(lines);
    } catch (RuntimeException e) {
      throw new PortException.Cache(Fault.INVALID, "record: " + e.getMessage(), e);
    }
  }

  private static CacheEntry decode(List<String> lines) {
    if (!lines.getFirst().equals(SCHEMA)) {
      throw new IllegalArgumentException("another schema");
    }
    var key = new ReportKey(new Ticker(lines.get(1)), LocalDate.parse(lines.get(2)));
    var validity =
        new Validity(
            Instant.parse(lines.get(3)),
            Instant.parse(lines.get(4)),
            Instant.parse(lines.get(5)),
            lines.get(6));
    if (!lines.get(7).equals("POSITIVE")) {
      Optional<LocalDate> newest =
          lines.get(8).equals(NONE) ? Optional.empty() : Optional.of(LocalDate.parse(lines.get(8)));
      return new CacheEntry.Negative(key, NegativeReason.valueOf(lines.get(7)), newest, validity);
    }
    var refs =
        lines.subList(8, lines.size()).stream()
            .map(line -> line.split(" "))
            .map(it -> new PartRef(PartName.valueOf(it[0]), it[1], Long.parseLong(it[2])))
            .toList();
    return new CacheEntry.Positive(key, Examples.report().withParts(refs), validity);
  }
}
