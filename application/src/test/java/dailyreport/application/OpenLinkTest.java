package dailyreport.application;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.OpenLink.Opened;
import dailyreport.application.cache.Requester;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.Links;
import dailyreport.application.port.PartLinks;
import dailyreport.application.port.Received;
import dailyreport.application.port.Secret;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.InMemoryPartLinks;
import dailyreport.contract.InMemorySharedCache;
import dailyreport.contract.ScriptedGenerator;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.Report;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenLinkTest {
  private final InMemoryCacheWorld world = new InMemoryCacheWorld();
  private final Instance webhook = world.instance();
  private final ReportLinks links = new ReportLinks(Chats.CHANNEL_SECRET);
  private final InMemoryPartLinks addresses = new InMemoryPartLinks(world.shared(), world.clock);

  @Test
  void thePdfIsARedirectForAtMostAQuarterOfAnHour() {
    Links made = generated();

    assertThat(open(addresses, made.pdf().orElseThrow()))
        .isEqualTo(
            new Opened.Redirect(
                URI.create("https://store.invalid/DBS19/2025-11-11/pdf?seconds=900")));
  }

  @Test
  void aShorterBoundIsKept() {
    Links made = generated();
    var short1 =
        new OpenLink(links, webhook.cache(), addresses, Duration.ofMinutes(5), webhook.events());

    assertThat(short1.open(made.pdf().orElseThrow().getPath(), soon()))
        .isInstanceOfSatisfying(
            Opened.Redirect.class,
            redirect -> assertThat(redirect.to().getQuery()).isEqualTo("seconds=300"));
  }

  @Test
  void theChartIsItsBytes() {
    Links made = generated();

    assertThat(open(addresses, made.chart().orElseThrow()))
        .isInstanceOfSatisfying(
            Opened.Bytes.class,
            bytes -> {
              assertThat(bytes.contentType()).isEqualTo("image/png");
              assertThat(Part.sha256(bytes.bytes()))
                  .isEqualTo(report().part(PartName.CHART).orElseThrow().sha256());
            });
  }

  @Test
  void withoutDirectAddressesThePdfIsItsBytes() {
    Links made = generated();
    PartLinks none = (_, _, _, _) -> Optional.empty();

    assertThat(open(none, made.pdf().orElseThrow()))
        .isInstanceOfSatisfying(
            Opened.Bytes.class,
            bytes -> assertThat(bytes.contentType()).isEqualTo("application/pdf"));
  }

  @Test
  void tm18WhatWeDidNotSignIsGoneWithoutARequest() {
    String path = generated().pdf().orElseThrow().getPath();
    var otherSecret = new ReportLinks(new Secret("another-secret"));
    String other =
        otherSecret.of(URI.create("https://bot.example"), report()).pdf().orElseThrow().getPath();
    long before = world.requests();
    var forged =
        List.of(
            path.replace("/pdf/", "/chart/"),
            path.replace("DBS19", "UOB19"),
            path.replace("2025-11-11", "2025-11-12"),
            path.substring(0, path.length() - 1) + (path.endsWith("A") ? "E" : "A"),
            path.substring(0, path.length() - 1) + (char) (path.charAt(path.length() - 1) + 1),
            path.substring(0, path.length() - 1),
            path + "/",
            path + "A",
            "/r/news" + path.substring("/r/pdf".length()),
            "/r/pdf/DBS19/2025-99-99/" + path.substring(path.lastIndexOf('/') + 1),
            "/r/pdf/../DBS19/2025-11-11/x",
            "",
            "/");

    for (String one : forged) {
      assertThat(opener(addresses).open(one, soon())).as(one).isEqualTo(new Opened.Gone());
    }
    assertThat(opener(addresses).open(other, soon())).isEqualTo(new Opened.Gone());
    assertThat(world.requests()).isEqualTo(before);
  }

  @Test
  void aLinkOutlivesTheFreshnessOfItsReport() {
    Links made = generated();
    world.clock.advance(Duration.ofDays(4));

    assertThat(open(addresses, made.pdf().orElseThrow())).isInstanceOf(Opened.Redirect.class);
    assertThat(open(addresses, made.chart().orElseThrow())).isInstanceOf(Opened.Bytes.class);
    assertThat(webhook.queue().pending()).isEmpty();
  }

  @Test
  void aHardInvalidationEndsALink() {
    Links made = generated();
    world.clock.advance(Duration.ofSeconds(1));
    webhook.cache().invalidate(new Scope.OfTicker(KEY.ticker()), Strength.HARD, soon());

    assertThat(open(addresses, made.pdf().orElseThrow())).isEqualTo(new Opened.Gone());
    assertThat(open(addresses, made.chart().orElseThrow())).isEqualTo(new Opened.Gone());
  }

  @Test
  void aHardInvalidationEndsALinkAlsoWhereDeletingFailed() {
    Links made = generated();
    world.clock.advance(Duration.ofSeconds(1));
    world.log().raise(new Scope.OfTicker(KEY.ticker()), Strength.HARD, soon());
    world.clock.advance(Duration.ofSeconds(61));

    assertThat(open(addresses, made.pdf().orElseThrow())).isEqualTo(new Opened.Gone());
    assertThat(open(addresses, made.chart().orElseThrow())).isEqualTo(new Opened.Gone());
  }

  @Test
  void theReportMadeAfterAnInvalidationIsOpenAgain() {
    Links made = generated();
    world.clock.advance(Duration.ofSeconds(1));
    webhook.cache().invalidate(new Scope.OfTicker(KEY.ticker()), Strength.HARD, soon());
    generated();

    assertThat(open(addresses, made.pdf().orElseThrow())).isInstanceOf(Opened.Redirect.class);
  }

  @Test
  void aDamagedChartIsGoneAndAskedForAsAJob() {
    Links made = generated();
    ((InMemorySharedCache) world.shared())
        .leaveBehind(KEY, Part.of(PartName.CHART, new byte[] {1, 2, 3}));

    assertThat(open(addresses, made.chart().orElseThrow())).isEqualTo(new Opened.Gone());

    assertThat(webhook.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Rebuild(KEY, PartName.CHART));
  }

  @Test
  void aBrokenStoreIsGoneAndNoException() {
    Links made = generated();
    world.cut(Fault.TIMEOUT);
    addresses.wire().cut(Fault.TIMEOUT);

    assertThat(open(addresses, made.pdf().orElseThrow())).isEqualTo(new Opened.Gone());
    assertThat(open(addresses, made.chart().orElseThrow())).isEqualTo(new Opened.Gone());
  }

  @Test
  void linksAreTheSameOnEveryInstanceAndOnlyForPartsThatExist() {
    Report report = ScriptedGenerator.report(KEY, world.clock);
    URI base = URI.create("https://bot.example/");

    assertThat(links.of(base, report))
        .isEqualTo(new ReportLinks(Chats.CHANNEL_SECRET).of(base, report));
    assertThat(links.of(base, Examples.report())).isEqualTo(Links.none());
  }

  private Links generated() {
    webhook.cache().get(KEY, Requester.nobody(), soon(), soon());
    return links.of(URI.create("https://bot.example"), report());
  }

  private Report report() {
    return ((CacheEntry.Positive) ((Lookup.Found) world.shared().find(KEY, soon())).entry())
        .report();
  }

  private Opened open(PartLinks direct, URI link) {
    return opener(direct).open(link.getPath(), soon());
  }

  private OpenLink opener(PartLinks direct) {
    return new OpenLink(links, webhook.cache(), direct, Duration.ofHours(24), webhook.events());
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(100), world.clock.instant());
  }
}
