package dailyreport.domain.market;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One news item about an underlying.
 *
 * @param title as published, cleaned of control characters and markup
 * @param publisher for example {@code Reuters}
 * @param publishedAt UTC
 * @param link https; never fetched by us
 * @param symbols the source's symbols of the companies it names, may be empty
 */
public record Headline(
    String title, String publisher, Instant publishedAt, URI link, Set<String> symbols) {
  public Headline {
    symbols = Set.copyOf(symbols);
    if (!"https".equals(link.getScheme())) {
      throw new IllegalArgumentException("headline link must be https");
    }
  }

  /** Newest first, then by title. */
  public static List<Headline> newestFirst(List<Headline> headlines) {
    return headlines.stream()
        .sorted(
            Comparator.comparing(Headline::publishedAt).reversed().thenComparing(Headline::title))
        .toList();
  }
}
