package dailyreport.domain.report;

/** Puts values in the place of placeholders: report.md, section 9, step 0. */
public final class PlaceholderInjector {
  private PlaceholderInjector() {}

  /** The narrative of a model's draft, or what was wrong with its placeholders. */
  public static Injected inject(Draft draft, FactSheet facts) {
    return new Injected.Rejected(java.util.List.of());
  }
}
