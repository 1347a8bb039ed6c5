package dailyreport.adapters.s3;

import dailyreport.application.port.Lease;
import dailyreport.application.port.Tag;
import dailyreport.domain.report.ReportKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lease as it is stored, in JSON of one fixed shape.
 *
 * @param owner nonce of the holder
 * @param until UTC
 * @param calls model calls counted
 */
record LeaseText(String owner, Instant until, int calls) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\{\"owner\":\"([0-9a-f-]{1,36})\",\"until\":\"([0-9TZ:.-]{1,40})\","
              + "\"llmCalls\":(\\d{1,4})}");

  /** Far more than a function may run. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** What a body says that is no lease: nobody holds it, and it ended long ago. */
  private static final LeaseText ENDED = new LeaseText("", Instant.EPOCH, 0);

  static LeaseText of(Lease lease) {
    return new LeaseText(lease.owner(), lease.until(), lease.calls());
  }

  /** Reads a body. One that is no lease counts as ended: it must not keep everybody out. */
  static LeaseText of(byte[] body) {
    Matcher matcher = SHAPE.matcher(new String(body, StandardCharsets.UTF_8));
    if (!matcher.matches()) {
      return ENDED;
    }
    try {
      return new LeaseText(
          matcher.group(1), Instant.parse(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    } catch (DateTimeException e) {
      return ENDED;
    }
  }

  /**
   * Whether it keeps others out. An end further ahead than any run of ours could set it comes of
   * damage or of a clock gone wrong, and would keep everybody out until somebody notices.
   */
  boolean holds(Instant now) {
    return now.isBefore(until) && !until.isAfter(now.plus(LONGEST));
  }

  byte[] bytes() {
    return ("{\"owner\":\"" + owner + "\",\"until\":\"" + until + "\",\"llmCalls\":" + calls + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  Lease lease(ReportKey key, Tag tag) {
    return new Lease(key, owner, until, calls, tag);
  }

  LeaseText withCalls(int counted) {
    return new LeaseText(owner, until, counted);
  }

  LeaseText withUntil(Instant end) {
    return new LeaseText(owner, end, calls);
  }
}
