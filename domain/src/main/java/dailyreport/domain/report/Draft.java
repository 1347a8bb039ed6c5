package dailyreport.domain.report;

import java.util.List;

/**
 * A model's text, numbers still as {@code {PLACEHOLDERS}}; not to be shown to anybody.
 *
 * @param sections as written
 */
public record Draft(List<Section> sections) {
  public Draft {
    sections = List.copyOf(sections);
  }
}
