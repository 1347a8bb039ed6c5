package dailyreport.contract.history;

import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A question to an instance.
 *
 * @param at when it was asked
 * @param known cut-offs that the answer must honour
 * @param newest start of the record that it must not fall behind
 * @param needless keys that must not be generated for it
 * @param generated keys that were
 * @param meanwhile requests before which somebody else has done something
 */
record Question(
    Ask what,
    ReportKey key,
    Instant at,
    Set<CutOff> known,
    Optional<Instant> newest,
    Set<ReportKey> needless,
    Set<ReportKey> generated,
    Set<String> meanwhile) {

  /** What is asked. */
  enum Ask {
    /** May wait and generate. */
    GET,
    /** As a job, whose answer nobody sees. */
    REFRESH,
    /** Neither waits nor generates. */
    PEEK,
    /** The bytes of a part. */
    PART;

    boolean waits() {
      return this == GET || this == REFRESH;
    }
  }

  /** By when an answer must have been right: its end, or else some instant since the question. */
  Instant judgedAt(Instant now) {
    return meanwhile.isEmpty() ? now : at;
  }
}
