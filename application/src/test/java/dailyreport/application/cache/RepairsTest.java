package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.Tag;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What only the local tier has, because its commit had failed. */
class RepairsTest extends CacheRig {

  @Test
  void onlyPartsThatAreNotThereAreAskedFor() {
    Instance one = afterAFailedCommit(world.instance());
    for (Part part : Examples.parts(KEY.toString())) {
      if (part.ref().name() != PartName.NEWS) {
        shared.leaveBehind(KEY, part);
      }
    }

    assertThat(served(get(one)).source()).isEqualTo(Source.LOCAL);

    assertThat(one.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Rebuild(KEY, PartName.NEWS));
    assertThat(served(get(one)).report().parts()).as("links work again").hasSize(3);
  }

  @Test
  void anAbsenceIsRepairedWithoutAnyPart() {
    world.generator.knowsNothing();
    Instance one = afterAFailedCommit(world.instance());

    assertThat(get(one)).isInstanceOf(CacheAnswer.Absent.class);

    assertThat(kept()).isEqualTo(one.local().find(KEY).orElseThrow().entry());
    assertThat(one.queue().pending()).isEmpty();
  }

  @Test
  void aRepairThatFailsIsTriedAgainAfterAWindowAndCostsNobodyTheAnswer() {
    var repairs = new AtomicInteger();
    Instance one =
        afterAFailedCommit(
            with(
                Spied.on(
                    SharedCache.class,
                    shared,
                    (method, _) -> {
                      if (method.equals("commit") && repairs.incrementAndGet() == 1) {
                        shared.wire().cut(Fault.AUTH);
                      }
                    })));

    assertThat(served(get(one)).report().parts()).isEmpty();
    assertThat(served(get(one)).source()).isEqualTo(Source.LOCAL);
    assertThat(repairs).hasValue(1);
    assertThat(lease.wire().count("acquire")).as("of the first get").isEqualTo(1);
    assertThat(one.queue().pending()).isEmpty();

    shared.wire().mend();
    passes(Duration.ofSeconds(61));
    assertThat(served(get(one)).report().parts()).hasSize(3);
    assertThat(repairs).hasValue(2);
  }

  @Test
  void aRepairThatComesTooLateLeavesWhatCameBefore() {
    var theirs = entry(Examples.NOW.plusSeconds(20), "f");
    var others = new AtomicInteger();
    Instance one =
        afterAFailedCommit(
            with(
                Spied.on(
                    SharedCache.class,
                    shared,
                    (method, _) -> {
                      if (method.equals("commit") && others.incrementAndGet() == 1) {
                        shared.commit(
                            new Bundle(theirs, Examples.parts(KEY.toString())),
                            shared.tags(KEY, work()),
                            work());
                      }
                    })));

    assertThat(get(one)).isInstanceOf(CacheAnswer.Served.class);

    assertThat(kept()).isEqualTo(theirs);
    assertThat(one.queue().pending()).isEmpty();
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void whatCannotBeLookedIntoIsNotReplaced() {
    var mine = entry(Examples.NOW.plusSeconds(1), "a");
    var older = entry(Examples.NOW, "b");
    shared.commit(
        new Bundle(older, Examples.parts(KEY.toString())), shared.tags(KEY, work()), work());
    var tagsRead = new AtomicInteger();
    Instance one =
        with(
            Spied.on(
                SharedCache.class,
                shared,
                (method, _) -> {
                  tagsRead.addAndGet(method.equals("tags") ? 1 : 0);
                  if (method.equals("find") && tagsRead.get() > 0) {
                    throw new PortException.Cache(Fault.TIMEOUT, "record of a slow store", null);
                  }
                }));
    one.local().store(new LocalCopy(mine, Tag.none(), Instant.EPOCH));

    assertThat(served(get(one)).entry()).isEqualTo(mine);

    assertThat(tagsRead).hasValue(1);
    assertThat(kept()).isEqualTo(older);
    assertThat(world.generator.calls()).isZero();
  }

  private Instance afterAFailedCommit(Instance one) {
    world.cut(Fault.AUTH);
    get(one);
    world.mend();
    passes(Duration.ofSeconds(31));
    return one;
  }
}
