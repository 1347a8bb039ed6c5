package dailyreport.adapters.openai;

import dailyreport.domain.report.Draft;
import dailyreport.domain.report.Section;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the model fills in. The SDK sorts properties by name, so the prefixes keep the order of
 * writing; public, because the SDK reads it by reflection.
 *
 * @param a_story one paragraph
 * @param b_insights three or four paragraphs
 * @param c_action one paragraph
 * @param d_risks one to three sentences
 */
public record NarrativeDraft(
    String a_story, List<String> b_insights, String c_action, List<String> d_risks) {

  /** Whether every field is there; the schema demands it, a proxy may not keep it. */
  boolean complete() {
    return Stream.of(a_story, b_insights, c_action, d_risks).noneMatch(Objects::isNull)
        && Stream.of(b_insights, d_risks).flatMap(List::stream).noneMatch(Objects::isNull);
  }

  /** The draft in the domain's words; blank paragraphs are left out. */
  Draft toDraft() {
    return new Draft(
        List.of(
            section(Section.Kind.STORY, List.of(a_story)),
            section(Section.Kind.INSIGHT, b_insights),
            section(Section.Kind.ACTION, List.of(c_action)),
            section(Section.Kind.RISK, d_risks)));
  }

  private static Section section(Section.Kind kind, List<String> paragraphs) {
    return new Section(
        kind, paragraphs.stream().map(String::strip).filter(text -> !text.isEmpty()).toList());
  }
}
