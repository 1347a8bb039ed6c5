package dailyreport.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.Underlying;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickerDirectoryTest {
  private final TickerDirectory directory = TickerDirectory.bundled();

  // The table of report.md, section 2.
  @ParameterizedTest
  @CsvSource({
    "dbs19, DBS19",
    "ＤＢＳ１９, DBS19",
    "DBS๑๙, DBS19",
    "DBS 19, DBS19",
    "'  dbs19  ', DBS19",
    "DBS, DBS19",
    "thaibev, THAIBEV19",
    "D05.SI, DBS19",
    "7974.t, NINTENDO19",
    "MU, MICRON19",
    "Nintendo, NINTENDO19",
    "singapore airlines, SIA19",
    "DBS Group, DBS19",
    "SPDR Gold Shares, GOLDUS19",
  })
  void oneInstrumentIsMeant(String typed, String symbol) {
    assertThat(directory.resolve(typed))
        .isInstanceOfSatisfying(
            Resolved.Exact.class,
            exact -> assertThat(exact.instrument().ticker()).isEqualTo(new Ticker(symbol)));
  }

  @Test
  void invisibleCharactersDoNotCount() {
    assertThat(symbolOf("DBS\u200B19")).isEqualTo("DBS19");
    assertThat(symbolOf("\uFEFFDBS\u00AD19\u202E")).isEqualTo("DBS19");
    assertThat(symbolOf("DBS\u000019\t")).isEqualTo("DBS19");
    assertThat(symbolOf("DBS\u00A019")).isEqualTo("DBS19");
  }

  @Test
  void onlyTheFullSymbolCountsAsTypedBySymbol() {
    assertThat(directory.resolve("NOW19")).isEqualTo(new Resolved.Exact(listed("NOW19"), true));
    assertThat(directory.resolve("now")).isEqualTo(new Resolved.Exact(listed("NOW19"), false));
  }

  @ParameterizedTest
  @CsvSource({
    "DBS11, DBS19",
    "DBS80, DBS19",
    "HPG01, HPG19",
    "DBS18, DBS19",
    "DSB19, DBS19",
    "NVDIA19, NVDA19",
    "NINTEDNO19, NINTENDO19",
    "INDIA, INDIAESG19",
    "IND, INDIAESG19",
  })
  void aNearMissIsAQuestion(String typed, String nearest) {
    assertThat(directory.resolve(typed))
        .isInstanceOfSatisfying(
            Resolved.Question.class,
            question -> {
              assertThat(question.suggestions()).hasSizeBetween(1, 3);
              assertThat(question.suggestions().getFirst()).isEqualTo(new Ticker(nearest));
            });
  }

  @Test
  void aNameThatFitsTwoIsAQuestionToo() {
    assertThat(directory.resolve("china"))
        .isEqualTo(
            new Resolved.Question(List.of(new Ticker("CHHONGQ19"), new Ticker("CHMOBILE19"))));
    assertThat(directory.resolve("spdr gold"))
        .isEqualTo(new Resolved.Question(List.of(new Ticker("GOLD19"), new Ticker("GOLDUS19"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "DBS19 UOB19",
        "../x",
        "DBS/19",
        "DBS19/../UOB19",
        "%2e%2e%2f",
        "x');drop table",
        "ТENCENT19", // Cyrillic capital te
        "ꭰꭱꮪ19", // Cherokee
        "หุ้นอะไรดี",
        "what should I buy today?",
        "ABCDEFGHIJKLMNOPQ",
        "bank of china",
        "💰",
        "\uD83D",
        "[A-Z]{2}19",
      })
  void nothingIsGuessed(String typed) {
    assertThat(directory.resolve(typed)).isEqualTo(new Resolved.Unknown());
  }

  @Test
  void aLongTextIsRefusedBeforeAnyUnicodeWork() {
    assertThat(directory.resolve("\uFDFA".repeat(10_000))).isEqualTo(new Resolved.Unknown());
    assertThat(directory.resolve("DBS19" + " ".repeat(60))).isEqualTo(new Resolved.Unknown());
    assertThat(directory.resolve("DBS19" + " ".repeat(59))).isInstanceOf(Resolved.Exact.class);
  }

  @Test
  void noLocaleChangesTheAnswer() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr", "th-TH-u-nu-thai", "lt")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(symbolOf("indiaesg19")).as(tag).isEqualTo("INDIAESG19");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anyTextOfTheLengthIsAnsweredInTime() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      String text =
          random
              .ints(random.nextInt(TypedName.LONGEST_TEXT), 0, 0x11_0000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(directory.resolve(text)).as("seed " + seed).isNotNull();
    }
  }

  @Test
  void theListHasTheRowsOfTheDesignByExchange() {
    assertThat(
            directory.all().stream()
                .collect(
                    Collectors.groupingBy(it -> it.underlying().exchange(), Collectors.counting())))
        .isEqualTo(
            Map.of(
                Exchange.HKEX, 12L,
                Exchange.SGX, 11L,
                Exchange.NYSE, 8L,
                Exchange.NASDAQ, 8L,
                Exchange.TSE, 7L,
                Exchange.HOSE, 6L,
                Exchange.ARCA, 2L,
                Exchange.TWSE, 1L,
                Exchange.HAM, 1L));
    assertThat(directory.all()).hasSize(56);
  }

  static Stream<Function<Instrument, String>> names() {
    return Stream.of(
        it -> it.ticker().symbol(),
        it -> it.ticker().symbol().replaceAll("19$", ""),
        it -> it.underlying().symbol(),
        Instrument::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyKindOfNameIsUnique(Function<Instrument, String> name) {
    assertThat(directory.all().stream().map(name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyRowIsFoundByEachOfItsNames(Function<Instrument, String> name) {
    var wrong = new HashMap<String, Resolved>();
    for (Instrument instrument : directory.all()) {
      Resolved resolved = directory.resolve(name.apply(instrument).toLowerCase(Locale.ROOT));
      if (!(resolved instanceof Resolved.Exact(var found, _)) || !found.equals(instrument)) {
        wrong.put(name.apply(instrument), resolved);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyOtherIssuersReceiptIsAQuestionThatNamesOursFirst() {
    for (Instrument instrument : directory.all()) {
      String other = instrument.ticker().symbol().replaceAll("19$", "80");
      assertThat(directory.resolve(other))
          .as(other)
          .isInstanceOfSatisfying(
              Resolved.Question.class,
              question ->
                  assertThat(question.suggestions().getFirst()).isEqualTo(instrument.ticker()));
    }
  }

  @Test
  void neighboursAreThreeOthersOfTheSameExchangeFirst() {
    assertThat(directory.neighbours(new Ticker("DBS19")))
        .containsExactly(new Ticker("THAIBEV19"), new Ticker("UOB19"), new Ticker("SGX19"));
    assertThat(directory.neighbours(new Ticker("MSN19")))
        .hasSize(3)
        .doesNotContain(new Ticker("MSN19"));
  }

  @Test
  void twoRowsOfOneSymbolAreRefused() {
    var rows = new ArrayList<>(directory.all());
    Instrument first = rows.getFirst();
    rows.add(
        new Instrument(
            new Ticker("SIA80"),
            new Underlying("SIA", Exchange.SGX, "SGD", Underlying.Kind.STOCK),
            "Another",
            first.freshHours()));
    assertThatThrownBy(() -> TickerDirectory.of(rows)).hasMessageContaining("SIA");
  }

  @Test
  void aBrokenLineIsNamed() {
    assertThatThrownBy(() -> TickerFile.parse(List.of("# head", "DBS19,D05.SI,NOWHERE,SGD")))
        .hasMessageContaining("line 2");
    assertThatThrownBy(
            () -> TickerFile.parse(List.of("DBS19,D05.SI,SGX,SGD,STOCK,5,DBS Group Holdings")))
        .hasMessageContaining("line 1");
    assertThat(TickerFile.parse(List.of("DBS19,D05.SI,SGX,SGD,STOCK,6,DBS, Group")))
        .singleElement()
        .satisfies(it -> assertThat(it.freshHours()).hasValue(6))
        .satisfies(it -> assertThat(it.name()).isEqualTo("DBS, Group"));
  }

  private String symbolOf(String typed) {
    return directory.resolve(typed) instanceof Resolved.Exact(var instrument, _)
        ? instrument.ticker().symbol()
        : "none";
  }

  private Instrument listed(String symbol) {
    return directory.find(new Ticker(symbol)).orElseThrow();
  }
}
