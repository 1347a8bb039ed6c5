package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SpendLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** One file for each day that holds the sum as a plain decimal number. */
final class FolderSpendLedger implements SpendLedger {
  private final FolderStore store;

  FolderSpendLedger(FolderStore store) {
    this.store = store;
  }

  @Override
  public BigDecimal spent(LocalDate day, Deadline deadline) {
    return store.attempt("reading the model's cost", deadline, () -> read(day));
  }

  @Override
  public BigDecimal add(LocalDate day, BigDecimal usd, Deadline deadline) {
    if (usd.signum() <= 0) {
      throw new IllegalArgumentException("an amount must be more than zero: " + usd);
    }
    return store.alone(
        "booking the model's cost",
        deadline,
        () -> {
          BigDecimal sum = read(day).add(usd);
          store.write(file(day), sum.toPlainString().getBytes(StandardCharsets.UTF_8));
          return sum;
        });
  }

  private BigDecimal read(LocalDate day) throws IOException {
    Optional<String> text =
        store.read(file(day)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    if (text.isPresent() && !text.get().matches("\\d{1,9}(\\.\\d{1,18})?")) {
      throw new PortException.Cache(
          Fault.INVALID, "shared folder, reading the model's cost: the file is no amount", null);
    }
    return text.map(BigDecimal::new).orElse(BigDecimal.ZERO);
  }

  private static String file(LocalDate day) {
    return "cache/control/budget-" + day;
  }
}
