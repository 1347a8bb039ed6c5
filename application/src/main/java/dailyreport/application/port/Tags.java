package dailyreport.application.port;

import dailyreport.domain.report.PartName;
import java.util.Map;

/**
 * The marks of a bundle's objects as they were before a generation, which a commit expects to find
 * unchanged.
 *
 * @param record of the commit record; {@link Tag#none()} when there was none
 * @param parts of the parts that existed
 */
public record Tags(Tag record, Map<PartName, Tag> parts) {
  public Tags {
    parts = Map.copyOf(parts);
  }

  /** Nothing was there. */
  public static Tags none() {
    return new Tags(Tag.none(), Map.of());
  }

  /** The part's tag, {@link Tag#none()} when it did not exist. */
  public Tag of(PartName part) {
    return parts.getOrDefault(part, Tag.none());
  }
}
