package dailyreport.application.port;

import dailyreport.domain.report.ReportKey;
import java.time.Instant;

/**
 * The right to generate one report, held until it ends or is released.
 *
 * @param key what may be generated
 * @param owner random nonce of the holder
 * @param until UTC instant at which anybody may take it over
 * @param calls model calls counted so far under this key's lease, take-overs included
 * @param tag mark of the stored lease
 */
public record Lease(ReportKey key, String owner, Instant until, int calls, Tag tag) {}
