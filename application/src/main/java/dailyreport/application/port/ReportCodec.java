package dailyreport.application.port;

import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.market.Headline;
import java.util.List;

/** A cache entry as bytes and back; both tiers and the command line use the same form. */
public interface ReportCodec {

  /** The commit record of an entry: the same bytes for equal entries. */
  byte[] encode(CacheEntry entry);

  /**
   * The entry of a commit record.
   *
   * @throws PortException.Cache with {@link Fault#INVALID} when the bytes are no record of a schema
   *     this version reads
   */
  CacheEntry decode(byte[] record);

  /**
   * The bytes of the news part: the headlines alone, in the order in which the report cites them.
   * Written for readers outside of this product; there is no way back.
   */
  byte[] news(List<Headline> news);
}
