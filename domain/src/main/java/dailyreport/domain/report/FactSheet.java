package dailyreport.domain.report;

import dailyreport.domain.market.Company;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Underlying;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything a narrator may know and a narrative may say.
 *
 * @param key receipt and session
 * @param underlying the share or fund, in the currency the source quotes
 * @param company its figures
 * @param facts the numbers, each id once; absent figures are not listed
 * @param stance outcome of the rules
 * @param news numbered 1..n in this order wherever they are cited
 * @param generatedOn day of generation, Bangkok
 */
public record FactSheet(
    ReportKey key,
    Underlying underlying,
    Company company,
    List<Fact> facts,
    StanceRules.Result stance,
    List<Headline> news,
    LocalDate generatedOn) {
  public FactSheet {
    facts = List.copyOf(facts);
    news = List.copyOf(news);
  }

  /**
   * Whether the newest bar is ten days or more older than it should be, so that no text may speak
   * of it as today's.
   */
  public boolean old() {
    return DataAge.isOld(this);
  }

  /** The fact of that name, when the figure is known. */
  public Optional<Fact> fact(String id) {
    return facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
  }
}
