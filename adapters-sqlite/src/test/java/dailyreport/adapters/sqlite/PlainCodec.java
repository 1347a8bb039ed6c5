package dailyreport.adapters.sqlite;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Negative entries as text of any length, readable in another process too. */
record PlainCodec(int bytes) implements ReportCodec {
  @Override
  public byte[] encode(CacheEntry entry) {
    Validity life = entry.validity();
    String text =
        String.join(
            "|",
            entry.key().ticker().symbol(),
            entry.key().session().toString(),
            life.startedAt().toString(),
            life.freshUntil().toString(),
            life.usableUntil().toString(),
            life.generation(),
            "");
    return (text + "x".repeat(Math.max(0, bytes - text.length())))
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public CacheEntry decode(byte[] record) {
    String[] words = new String(record, StandardCharsets.US_ASCII).split("\\|", -1);
    try {
      return new CacheEntry.Negative(
          new ReportKey(new Ticker(words[0]), LocalDate.parse(words[1])),
          NegativeReason.NO_DATA_FOR_SESSION,
          Optional.empty(),
          new Validity(
              Instant.parse(words[2]), Instant.parse(words[3]), Instant.parse(words[4]), words[5]));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new PortException.Cache(Fault.INVALID, "record of " + record.length + " bytes", e);
    }
  }

  @Override
  public byte[] news(List<Headline> news) {
    return new byte[0];
  }
}
