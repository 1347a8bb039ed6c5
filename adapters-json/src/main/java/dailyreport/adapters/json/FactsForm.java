package dailyreport.adapters.json;

import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Underlying;
import dailyreport.domain.report.Fact;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Guard;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.Unit;
import dailyreport.domain.report.Vote;
import java.net.URI;
import java.util.HashSet;
import java.util.OptionalInt;

/** The fact sheet of a record, in the form in which we write it; see {@link WrittenForm}. */
final class FactsForm {
  private static final Exchange[] EXCHANGES = Exchange.values();
  private static final Underlying.Kind[] KINDS = Underlying.Kind.values();
  private static final Unit[] UNITS = Unit.values();
  private static final Guard[] GUARDS = Guard.values();
  private static final Vote.Rule[] RULES = Vote.Rule.values();

  private FactsForm() {}

  static FactSheet sheet(Cursor in) {
    return in.end(
        new FactSheet(
            WrittenForm.key(in.first("key")),
            underlying(in.next("underlying")),
            company(in.next("company")),
            in.next("facts").list(FactsForm::fact),
            stance(in.next("stance")),
            in.next("news").list(FactsForm::headline),
            in.next("generatedOn").date()));
  }

  private static Underlying underlying(Cursor in) {
    return in.end(
        new Underlying(
            in.first("symbol").text(),
            in.next("exchange").word(EXCHANGES),
            in.next("currency").text(),
            in.next("kind").word(KINDS)));
  }

  private static Company company(Cursor in) {
    return in.end(
        new Company(
            in.first("name").text(),
            in.next("sector").maybe(Cursor::text),
            in.next("industry").maybe(Cursor::text),
            WrittenForm.figure(in.next("priceEarnings")),
            WrittenForm.figure(in.next("earningsPerShare")),
            WrittenForm.figure(in.next("dividendYieldPct")),
            WrittenForm.figure(in.next("marketCap")),
            WrittenForm.figure(in.next("targetPrice")),
            count(in.next("analysts")),
            in.next("recommendation").maybe(Cursor::text),
            WrittenForm.figure(in.next("high52Weeks")),
            WrittenForm.figure(in.next("low52Weeks"))));
  }

  private static OptionalInt count(Cursor in) {
    return in.absent() ? OptionalInt.empty() : OptionalInt.of(in.number().toInt());
  }

  private static Fact fact(Cursor in) {
    return in.end(
        new Fact(
            in.first("id").text(),
            in.next("value").number().toDecimal(),
            in.next("unit").word(UNITS),
            in.next("currency").text(),
            in.next("decimals").number().toInt(),
            in.next("signed").truth(),
            in.next("labels").list(Cursor::text),
            in.next("text").text()));
  }

  private static StanceRules.Result stance(Cursor in) {
    return in.end(
        new StanceRules.Result(
            in.first("stance").word(WrittenForm.STANCES),
            in.next("score").number().toInt(),
            in.next("votes").list(FactsForm::vote),
            in.next("guard").maybe(it -> it.word(GUARDS))));
  }

  private static Vote vote(Cursor in) {
    return in.end(
        new Vote(
            in.first("rule").word(RULES),
            in.next("points").number().toInt(),
            in.next("reason").text()));
  }

  private static Headline headline(Cursor in) {
    return in.end(
        new Headline(
            in.first("title").text(),
            in.next("publisher").text(),
            in.next("publishedAt").instant(),
            URI.create(in.next("link").text()),
            new HashSet<>(in.next("symbols").list(Cursor::text))));
  }
}
