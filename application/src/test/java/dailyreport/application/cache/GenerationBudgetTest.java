package dailyreport.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerationBudgetTest {
  private static final Requester ONE = Requester.of("one");

  private final TestClock clock = TestClock.atNow();
  private final GenerationBudget budget = new GenerationBudget(clock);

  @Test
  void tenAnHourForEachRequester() {
    for (int i = 0; i < 10; i++) {
      assertThat(budget.charge(ONE)).isTrue();
    }
    assertThat(budget.charge(ONE)).isFalse();
    assertThat(budget.charge(Requester.of("two"))).isTrue();

    clock.advance(Duration.ofHours(1));
    assertThat(budget.charge(ONE)).isTrue();
  }

  @Test
  void thirtyADayForEachRequester() {
    for (int i = 0; i < 30; i++) {
      assertThat(budget.charge(ONE)).isTrue();
      clock.advance(Duration.ofMinutes(20));
    }
    assertThat(budget.charge(ONE)).isFalse();

    clock.advance(Duration.ofHours(14));
    assertThat(budget.charge(ONE)).isTrue();
  }

  @Test
  void whatWasNotMadeIsNotCharged() {
    for (int i = 0; i < 50; i++) {
      assertThat(budget.charge(ONE)).isTrue();
      budget.refund(ONE);
    }
  }

  @Test
  void nobodyIsNeverDenied() {
    for (int i = 0; i < 100; i++) {
      assertThat(budget.charge(Requester.nobody())).isTrue();
    }
  }

  @Test
  void aRequesterPrintsNoHash() {
    assertThat(ONE.toString()).doesNotContain("one");
  }

  @Test
  void aModelSlotIsGivenBackOnceAndOnlyIfItWasGranted() throws InterruptedException {
    for (int round = 0; round < 3; round++) {
      var first = budget.modelSlot(Duration.ZERO);
      var second = budget.modelSlot(Duration.ZERO);
      var third = budget.modelSlot(Duration.ZERO);
      var fourth = budget.modelSlot(Duration.ZERO);
      var fifth = budget.modelSlot(Duration.ZERO);
      assertThat(fourth.granted()).isTrue();
      assertThat(fifth.granted()).isFalse();
      for (var slot : List.of(first, second, third, fourth, fifth)) {
        slot.close();
      }
    }
  }
}
