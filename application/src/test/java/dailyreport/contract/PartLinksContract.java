package dailyreport.contract;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PartLinks;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.report.PartName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What {@link PartLinks} promise. Only PDFs are sure to have an address: a chart may be kept in a
 * form that no viewer shows.
 */
public interface PartLinksContract {

  /** Links into {@link #store()}. */
  PartLinks links();

  /** An empty cache; the same one within a test. */
  SharedCache store();

  /** The clock that both read. */
  TestClock clock();

  @Test
  default void absentPartHasNoAddress() {
    for (PartName part : PartName.values()) {
      assertThat(links().temporary(KEY, part, Duration.ofMinutes(15), soon())).isEmpty();
    }
  }

  @Test
  default void storedPdfHasAnAbsoluteAddress() {
    storeBundle();
    assertThat(pdf(Duration.ofMinutes(15)).map(URI::isAbsolute)).contains(true);
  }

  @Test
  default void pdfKeepsItsAddressWhenTheRecordIsDeleted() {
    storeBundle();
    store().delete(new Scope.All(), soon());
    assertThat(pdf(Duration.ofMinutes(15))).isPresent();
  }

  @Test
  default void addressThatMayNotLastIsNotMade() {
    storeBundle();
    assertThat(pdf(Duration.ZERO)).isEmpty();
    assertThat(pdf(Duration.ofSeconds(-1))).isEmpty();
  }

  @Test
  default void noAddressIsMadeOnceTheDeadlineHasPassed() {
    storeBundle();
    var gone = new Deadline(clock().instant());
    assertThatExceptionOfType(PortException.Cache.class)
        .isThrownBy(() -> links().temporary(KEY, PartName.PDF, Duration.ofMinutes(15), gone))
        .satisfies(seen -> assertThat(seen.fault()).isEqualTo(Fault.TIMEOUT));
  }

  private void storeBundle() {
    store().commit(Examples.bundle(clock().instant(), "0a"), Tags.none(), soon());
  }

  private Optional<URI> pdf(Duration atMost) {
    return links().temporary(KEY, PartName.PDF, atMost, soon());
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), clock().instant());
  }
}
