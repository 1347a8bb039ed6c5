package dailyreport.application.cache;

import static dailyreport.application.cache.TakingTurns.check;
import static dailyreport.application.cache.TakingTurns.together;

import dailyreport.contract.Examples;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lets only one of two pass, in many of the orders in which they can come. */
@Tag("interleavings")
class CountersInterleavingsTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOW);

  @Test
  void ofTwoWhoAddTheSameThingOneIsTheFirst() {
    TakingTurns.play(() -> {
      var sent = new Lately<String>(CLOCK, Duration.ofMinutes(1), 10);
      onePasses(() -> sent.add("job"));
    });
  }

  @Test
  void lookingBeforeAddingWouldLetBothBeFirstAndIsCaught() {
    TakingTurns.assertCaught(
        () -> {
          var sent = new Lately<String>(CLOCK, Duration.ofMinutes(1), 10);
          onePasses(() -> {
            boolean first = !sent.has("job");
            sent.add("job");
            return first;
          });
        },
        "passed: 2");
  }

  @Test
  void theLastReportOfABudgetIsChargedOnce() {
    TakingTurns.play(() -> {
      var budget = new GenerationBudget(CLOCK);
      Requester person = Requester.of("one");
      for (int i = 1; i < GenerationBudget.AN_HOUR; i++) {
        budget.charge(person);
      }
      onePasses(() -> budget.charge(person));
    });
  }

  private static void onePasses(BooleanSupplier gate) {
    var passed = new AtomicInteger();
    Runnable caller = () -> passed.addAndGet(gate.getAsBoolean() ? 1 : 0);
    together(caller, caller);
    check(passed.get() == 1, "passed: " + passed);
  }
}
