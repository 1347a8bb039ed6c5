package dailyreport.fakes3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JournalTest {
  private final Journal journal = new Journal();

  @Test
  void linesAreKeptInTheirOrderAndCounted() {
    journal.add("GET a");
    journal.add("PUT b");
    assertThat(journal.lines()).containsExactly("GET a", "PUT b");
    assertThat(journal.total()).isEqualTo(2);
  }

  @Test
  void whatIsOnlyCountedNeedsNoMemory() {
    journal.add("GET a");
    journal.countOnly();
    for (int i = 0; i < 1_000; i++) {
      journal.add("GET b");
    }
    assertThat(journal.lines()).isEmpty();
    assertThat(journal.total()).isEqualTo(1_001);
  }

  @Test
  void whatIsForgottenIsNotCounted() {
    journal.add("GET a");
    journal.forget();
    assertThat(journal.lines()).isEmpty();
    assertThat(journal.total()).isZero();
  }
}
