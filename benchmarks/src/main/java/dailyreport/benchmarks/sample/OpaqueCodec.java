package dailyreport.benchmarks.sample;

import dailyreport.application.port.ReportCodec;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Stands in for the JSON codec where a tier is measured without decoding, or with records that no
 * report has: the ticker at the front of noise of any size, which nobody reads.
 */
public final class OpaqueCodec implements ReportCodec {
  private static final int HEAD = 16;
  private static final Validity VALIDITY =
      new Validity(
          SampleReport.NOW,
          SampleReport.NOW.plus(Validity.GRACE),
          SampleReport.NOW.plus(Validity.GRACE),
          "5f0c1c9e-6a5b-4a57-9a39-0d7a4c1f2b3e");

  private final byte[] noise;

  private OpaqueCodec(int bytes) {
    this.noise = new byte[bytes];
    new Random(bytes).nextBytes(noise);
  }

  /** Records of that many bytes, at least 16. */
  public static OpaqueCodec of(int bytes) {
    return new OpaqueCodec(bytes);
  }

  /** The only kind of entry it writes. */
  public static CacheEntry entry(ReportKey key) {
    return new CacheEntry.Negative(
        key, NegativeReason.NO_DATA_FOR_SESSION, Optional.empty(), VALIDITY);
  }

  @Override
  public byte[] encode(CacheEntry entry) {
    byte[] record = noise.clone();
    byte[] ticker = entry.key().ticker().symbol().getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(record, 0, HEAD, (byte) ' ');
    System.arraycopy(ticker, 0, record, 0, ticker.length);
    return record;
  }

  @Override
  public CacheEntry decode(byte[] record) {
    String ticker = new String(record, 0, HEAD, StandardCharsets.US_ASCII).strip();
    return entry(new ReportKey(new Ticker(ticker), SampleReport.SESSION));
  }

  @Override
  public byte[] news(List<Headline> news) {
    throw new UnsupportedOperationException("a cache entry has no news part");
  }
}
