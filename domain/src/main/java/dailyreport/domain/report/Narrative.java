package dailyreport.domain.report;

import java.util.List;

/**
 * Finished text of the four sections: values injected by code, checked.
 *
 * @param sections in the order of {@link Section.Kind}
 * @param author who wrote the sentences
 */
public record Narrative(List<Section> sections, Author author) {
  public Narrative {
    sections = List.copyOf(sections);
  }

  /** Who wrote the sentences, and why the template did when it did. */
  public enum Author {
    /** A language model. */
    MODEL,
    /** The template, by choice: no model is configured. */
    TEMPLATE,
    /** The template, because the model failed, was refused or cost too much. */
    TEMPLATE_AFTER_FAILURE
  }
}
