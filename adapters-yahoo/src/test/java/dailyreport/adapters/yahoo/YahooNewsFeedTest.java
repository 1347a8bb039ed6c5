package dailyreport.adapters.yahoo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Fault;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.PortException;
import dailyreport.contract.ExampleMarket;
import dailyreport.contract.NewsFeedContract;
import dailyreport.domain.market.Headline;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class YahooNewsFeedTest implements NewsFeedContract {
  private final YahooStub yahoo = new YahooStub();

  @AfterEach
  void stop() {
    yahoo.close();
  }

  @Override
  public NewsFeed newsFeed() {
    return yahoo.newsFeed();
  }

  @Override
  public NewsFeed brokenNewsFeed() {
    yahoo.answer(YahooStub.NEWS, YahooStub.status(500));
    return yahoo.newsFeed();
  }

  @Test
  void oneRequestAsksForTwentyItems() {
    recent(20);
    assertThat(yahoo.requests(YahooStub.NEWS))
        .singleElement()
        .satisfies(request ->
            assertThat(request.getUrl())
                .isEqualTo("/v1/finance/search?q=D05.SI&quotesCount=0&newsCount=20"));
  }

  @Test
  void hostileItemsAreDroppedAndTitlesCleaned() {
    yahoo.answer(YahooStub.NEWS, YahooStub.ok("news-hostile.json"));
    assertThat(recent(20))
        .singleElement()
        .satisfies(headline -> {
          assertThat(headline.title()).isEqualTo("Price target raised today");
          assertThat(headline.publisher()).isEqualTo("Reuters");
          assertThat(headline.link()).hasToString("https://news.example/clean");
        });
    assertThat(yahoo.events.all()).contains(new AppEvent.NewsDropped(10));
  }

  @Test
  void invalidUtf8InATitleDoesNotLoseTheOtherHeadlines() {
    byte[] body = Constructed.body("news.json").getBytes(StandardCharsets.UTF_8);
    int at = Constructed.body("news.json").indexOf("Banks");
    body[at] = (byte) 0xC3;
    body[at + 1] = (byte) 0x28;
    yahoo.answer(YahooStub.NEWS, aResponse().withBody(body));
    assertThat(recent(20)).extracting(Headline::title).contains("(nks lead the index to a high");
    assertThat(recent(20)).hasSize(3);
  }

  @Test
  void fiveHundredItemsAreCutToTheNewest() {
    String items =
        IntStream.range(0, 500)
            .mapToObj(i ->
                "{\"type\":\"STORY\",\"publisher\":\"P\",\"title\":\"Item "
                    + i
                    + "\",\"link\":\"https://n.example/"
                    + i
                    + "\",\"providerPublishTime\":"
                    + (1_762_000_000 + i)
                    + "}")
            .collect(Collectors.joining(","));
    yahoo.answer(YahooStub.NEWS, aResponse().withBody("{\"news\":[" + items + "]}"));
    assertThat(recent(3))
        .extracting(Headline::title)
        .containsExactly("Item 499", "Item 498", "Item 497");
  }

  @Test
  void aHeadlineMayMentionTooManyRequests() {
    yahoo.answer(
        YahooStub.NEWS,
        aResponse()
            .withBody(Constructed.body("news.json").replace("Three themes", "Too Many Requests")));
    assertThat(recent(20)).hasSize(3);
  }

  @Test
  void f19AServerErrorIsForgivenOnce() {
    yahoo.answerInTurn(YahooStub.NEWS, YahooStub.status(500), YahooStub.ok("news.json"));
    assertThat(recent(20)).hasSize(3);
    assertThat(yahoo.count(YahooStub.NEWS)).isEqualTo(2);
    assertThat(yahoo.events.outcomes("news")).containsExactly("error", "ok");
    assertThat(yahoo.events.retries("news")).isEqualTo(1);
  }

  @Test
  void deniedNewsAreNotAskedForAgain() {
    yahoo.answer(YahooStub.NEWS, YahooStub.status(403));
    assertThatExceptionOfType(PortException.Market.class)
        .isThrownBy(() -> recent(20))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.DENIED));
    assertThat(yahoo.count()).isEqualTo(1);
  }

  private List<Headline> recent(int limit) {
    return yahoo.newsFeed().recent(ExampleMarket.KNOWN, limit, YahooStub.deadline());
  }
}
