package dailyreport.application;

import dailyreport.application.port.Links;
import dailyreport.application.port.Secret;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our own addresses of a report's parts: {@code /r/{pdf|chart}/{ticker}/{session}/{mac}}. The same
 * report has the same address on every instance; nobody can make one up.
 */
public final class ReportLinks {
  private static final String LABEL = "dailyreport/links/1";

  /** A mac has 43 characters: 32 bytes in base64 without padding. */
  private static final Pattern PATH =
      Pattern.compile("/r/(pdf|chart)/([A-Z0-9]{1,16})/(\\d{4}-\\d{2}-\\d{2})/([A-Za-z0-9_-]{43})");

  private final KeyedHash hash;

  /**
   * Links under a key derived from a secret.
   *
   * @param channelSecret shared by all instances
   */
  public ReportLinks(Secret channelSecret) {
    this.hash = KeyedHash.derivedFrom(channelSecret, LABEL);
  }

  /** What a path asks for. */
  record Asked(ReportKey key, PartName part) {}

  /** The links of the parts a report has. */
  public Links of(URI base, Report report) {
    return new Links(link(base, report, PartName.CHART), link(base, report, PartName.PDF));
  }

  /** What a path asks for, if it is one of ours. */
  Optional<Asked> asked(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String signed = signed(matcher.group(1), matcher.group(2), matcher.group(3));
    byte[] expected = mac(signed).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(matcher.group(4).getBytes(StandardCharsets.US_ASCII), expected)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Asked(
              new ReportKey(new Ticker(matcher.group(2)), LocalDate.parse(matcher.group(3))),
              PartName.valueOf(matcher.group(1).toUpperCase(Locale.ROOT))));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private Optional<URI> link(URI base, Report report, PartName part) {
    return report
        .part(part)
        .map(_ -> {
          String kind = part.name().toLowerCase(Locale.ROOT);
          String ticker = report.key().ticker().symbol();
          String session = report.key().session().toString();
          String mac = mac(signed(kind, ticker, session));
          return base.resolve("/r/" + kind + "/" + ticker + "/" + session + "/" + mac);
        });
  }

  private String mac(String signed) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.of(signed));
  }

  private static String signed(String kind, String ticker, String session) {
    return kind + "/" + ticker + "/" + session;
  }
}
