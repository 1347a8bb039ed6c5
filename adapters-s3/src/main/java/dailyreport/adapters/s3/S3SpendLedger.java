package dailyreport.adapters.s3;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SpendLedger;
import dailyreport.application.port.Tag;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One object for each day, replaced by its tag. What was read last is remembered, so that a booking
 * is one request unless somebody else has booked since.
 */
final class S3SpendLedger implements SpendLedger {
  /** More instances than that do not book at the same moment. */
  private static final int ROUNDS = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final S3Store store;
  private volatile Seen last = new Seen(LocalDate.MIN, SpendText.EMPTY, Tag.none());

  S3SpendLedger(S3Store store) {
    this.store = store;
  }

  /** A day's sum and the tag of its object. */
  private record Seen(LocalDate day, SpendText text, Tag tag) {}

  @Override
  public BigDecimal spent(LocalDate day, Deadline deadline) {
    return read(day, deadline).text().usd();
  }

  @Override
  public BigDecimal add(LocalDate day, BigDecimal usd, Deadline deadline) {
    if (usd.signum() <= 0) {
      throw new IllegalArgumentException("an amount must be more than zero: " + usd);
    }
    String entry = UUID.randomUUID().toString();
    Deadline end = store.atMost(PATIENCE, deadline);
    Seen remembered = last;
    Seen before = remembered.day().equals(day) ? remembered : read(day, end);
    for (int round = 1; round <= ROUNDS; round++) {
      SpendText after = before.text().plus(usd, entry);
      Optional<Tag> tag = put(day, after, before.tag(), end);
      if (tag.isPresent()) {
        last = new Seen(day, after, tag.get());
        return after.usd();
      }
      before = read(day, end);
      // Refused although stored: the answer to our first attempt was lost.
      Optional<BigDecimal> booked = before.text().with(entry);
      if (booked.isPresent()) {
        return booked.get();
      }
    }
    throw new PortException.Cache(
        Fault.BUSY,
        "S3 PUT " + S3Keys.budget(day) + ": refused " + ROUNDS + " times for other writers",
        null);
  }

  /** No object means that nothing was booked yet; one that cannot be read does not. */
  private Seen read(LocalDate day, Deadline deadline) {
    String object = S3Keys.budget(day);
    Seen seen =
        switch (store.get(object, Tag.none(), Limits.SHORT, deadline)) {
          case S3Store.Read.Present(var there) ->
              new Seen(day, SpendText.of(object, there.bytes()), there.tag());
          case S3Store.Read.Absent(), S3Store.Read.Unchanged() ->
              new Seen(day, SpendText.EMPTY, Tag.none());
        };
    last = seen;
    return seen;
  }

  private Optional<Tag> put(LocalDate day, SpendText text, Tag expected, Deadline deadline) {
    var upload = new S3Store.Upload(S3Keys.budget(day), text.bytes(), "application/json", Map.of());
    return store.put(upload, expected, Limits.SHORT, deadline);
  }
}
