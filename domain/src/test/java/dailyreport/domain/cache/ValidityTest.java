package dailyreport.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityTest {
  private static final Instant START = Instant.parse("2025-11-11T11:00:00Z");

  private static Validity of(Duration fresh, Duration usable) {
    return new Validity(START, START.plus(fresh), START.plus(usable), "0-a");
  }

  @Test
  void instantsMustBeInOrder() {
    assertThat(of(Duration.ZERO, Duration.ZERO).freshUntil()).isEqualTo(START);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Duration.ofNanos(-1), Duration.ofHours(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Duration.ofHours(2), Duration.ofHours(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "G", "a b", "0123456789012345678901234567890123456", "../x"})
  void aGenerationIsAPlainId(String generation) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Validity(START, START, START, generation));
  }

  @Test
  void aLongerLifeThanAnyPolicyGrantsIsRecognised() {
    Duration fresh = Validity.LONGEST_FRESH;
    Duration usable = fresh.plus(Validity.GRACE);

    assertThat(of(fresh, usable).exceedsPolicy()).isFalse();
    assertThat(of(fresh.plusNanos(1), usable).exceedsPolicy()).isTrue();
    assertThat(of(fresh, usable.plusNanos(1)).exceedsPolicy()).isTrue();
    assertThat(of(Duration.ZERO, Validity.GRACE.plusNanos(1)).exceedsPolicy()).isTrue();
  }

  @Test
  void ageIsNeverNegative() {
    Validity validity = of(Duration.ofHours(1), Duration.ofHours(2));

    assertThat(validity.age(START.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
    assertThat(validity.age(START.minusSeconds(90))).isZero();
  }
}
