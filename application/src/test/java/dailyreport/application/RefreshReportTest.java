package dailyreport.application;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.cache.Requester;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.InMemoryReportCodec;
import dailyreport.contract.TinyChartRenderer;
import dailyreport.contract.TinyPdfRenderer;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefreshReportTest {
  private final CacheWorld world = new InMemoryCacheWorld();
  private final Instance worker = world.instance();
  private final TinyChartRenderer charts = new TinyChartRenderer();
  private final TinyPdfRenderer pdfs = new TinyPdfRenderer();
  private final RefreshReport refreshReport =
      new RefreshReport(
          worker.cache(),
          new ReportParts(
              () -> charts,
              () -> pdfs,
              new InMemoryReportCodec(),
              ChartForm.PHONE_LIGHT,
              worker.events(),
              world.clock),
          worker.events(),
          world.clock);

  @Test
  void aRefreshMakesTheReportForWhoeverAsksNext() {
    refresh(new Job.Refresh(KEY), world.clock.instant());
    refresh(new Job.Refresh(KEY), world.clock.instant());

    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(world.commits()).isEqualTo(1);
  }

  @Test
  void anOldJobIsDropped() {
    refresh(new Job.Refresh(KEY), world.clock.instant().minusSeconds(301));

    assertThat(world.generator.calls()).isZero();
    assertThat(worker.events().of(AppEvent.EventSkipped.class)).hasSize(1);
  }

  @Test
  void aRebuildDrawsOnePartWithoutAGeneration() {
    worker.cache().get(KEY, Requester.nobody(), work(), work());
    CacheEntry.Positive before = entry();

    refresh(new Job.Rebuild(KEY, PartName.CHART), world.clock.instant());

    CacheEntry.Positive after = entry();
    byte[] png = charts.png(before.report(), ChartForm.PHONE_LIGHT);
    assertThat(after.validity()).isEqualTo(before.validity());
    assertThat(after.report().part(PartName.CHART).map(PartRef::sha256)).contains(Part.sha256(png));
    assertThat(after.report().part(PartName.PDF)).isEqualTo(before.report().part(PartName.PDF));
    assertThat(world.shared().part(KEY, after.report().part(PartName.CHART).orElseThrow(), work()))
        .contains(png);
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void aPartThatCannotBeDrawnLeavesTheRecordAlone() {
    worker.cache().get(KEY, Requester.nobody(), work(), work());
    CacheEntry.Positive before = entry();
    charts.setBroken(true);

    refresh(new Job.Rebuild(KEY, PartName.PDF), world.clock.instant());

    assertThat(entry()).isEqualTo(before);
    assertThat(worker.events().of(AppEvent.RenderError.class)).hasSize(1);
  }

  @Test
  void aRebuildOfNothingIsNoWork() {
    refresh(new Job.Rebuild(KEY, PartName.CHART), world.clock.instant());

    assertThat(charts.calls()).isZero();
    assertThat(world.commits()).isZero();
  }

  @Test
  void aJobToAnswerIsRefused() {
    assertThatThrownBy(
            () -> refresh(new Job.Answer(Chats.typed("DBS19"), KEY), world.clock.instant()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void s36NothingIsGeneratedTwiceHoweverOftenItIsQueued() {
    for (int i = 0; i < 3; i++) {
      refresh(new Job.Refresh(KEY), world.clock.instant());
      worker.cache().get(KEY, Requester.of("user"), work(), work());
    }

    assertThat(world.generator.asked()).containsExactly(KEY);
  }

  private void refresh(Job job, Instant dueAt) {
    refreshReport.refresh(new Received("job-1", dueAt, job), work());
  }

  private CacheEntry.Positive entry() {
    return entry(KEY);
  }

  private CacheEntry.Positive entry(ReportKey key) {
    return (CacheEntry.Positive) ((Lookup.Found) world.shared().find(key, work())).entry();
  }

  private Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }
}
