package dailyreport.benchmarks.stages;

import dailyreport.adapters.line.LineMessenger;
import dailyreport.application.AnswerNow;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Secret;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.report.Report;
import java.time.InstantSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does the webhook function spend on a report that is in its local tier, from the signed
 * request to the reply?
 *
 * <p>Signature, parsing, the closed list, the calendar, the cache over a SQLite file of {@value
 * dailyreport.benchmarks.local.LocalTierFile#ENTRIES} others, and the answer are real. {@code
 * withoutNetwork} ends where the messenger is asked to reply; {@code overLoopback} has the real
 * messenger, which writes the bubble and posts it, and a stub of LINE that answers at once. Lambda,
 * its HTTP front and LINE's own time are not in it.
 *
 * <pre>{@code ./bot bench WebhookHit}</pre>
 */
public class WebhookHit extends LatencyBenchmark {
  /** More than the bot remembers as answered, so that no event is a duplicate when it returns. */
  static final int EVENTS = 2_000;

  /**
   * Replies that met half a second of silence, on a machine that stood still, and went out twice.
   */
  private int retries;

  private final SignedEvents.Posted[] posted = SignedEvents.saying(HitBot.TICKER, EVENTS);
  private final KeptAnswer kept = new KeptAnswer();
  private final LineStub line = LineStub.open();
  private final HitBot quiet = HitBot.answeringThrough(kept);
  private final HitBot sending =
      HitBot.answeringThrough(
          LineMessenger.open(
              new Secret("benchmark-token"),
              line.base(),
              event -> {
                if (event instanceof AppEvent.DependencyRetry) {
                  retries++;
                }
              },
              InstantSource.fixed(SampleReport.NOW)));

  /** For set-up and measurement together, for the bot remembers what it has answered. */
  private final Turn turn = new Turn();

  private int sent;

  /** Makes sure that the stored report is what is answered, and that a reply is one request. */
  @Setup
  public void check() {
    if (!(withoutNetwork() instanceof Answer.Ready ready)
        || !ready.report().equals(quiet.stored())) {
      throw new IllegalStateException("the stored report is not the answer");
    }
    overLoopback();
    if (!line.last().contains(HitBot.TICKER)) {
      throw new IllegalStateException("the report is not what was posted");
    }
  }

  /** Makes sure that no reply was more requests than it is said to be, and deletes the files. */
  @TearDown
  public void close() {
    quiet.close();
    sending.close();
    line.close();
    if (line.requests() < sent || line.requests() > sent + retries) {
      throw new IllegalStateException(
          sent + " replies and " + retries + " retries were " + line.requests() + " requests");
    }
  }

  /** Request to answer. */
  @Benchmark
  public Answer withoutNetwork() {
    require(quiet.handle(posted[turn.of(EVENTS)]));
    return kept.answer();
  }

  /** Request to posted reply; answers the number of replies. */
  @Benchmark
  public int overLoopback() {
    require(sending.handle(posted[turn.of(EVENTS)]));
    return ++sent;
  }

  /** The report that is asked for. */
  Report stored() {
    return quiet.stored();
  }

  private static void require(AnswerNow.Handled handled) {
    if (handled != AnswerNow.Handled.REPLIED) {
      throw new IllegalStateException("a hit was " + handled);
    }
  }
}
