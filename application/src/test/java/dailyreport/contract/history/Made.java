package dailyreport.contract.history;

import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;

/**
 * A generation and the life it was promised.
 *
 * @param negative whether it came to "there is none"
 */
record Made(ReportKey key, Validity life, boolean negative) {

  /** Names a generation: no two begin at the same instant. */
  static String mark(Report report) {
    return report.generatedAt().toString();
  }

  String mark() {
    return life.startedAt().toString();
  }

  boolean follows(Made other) {
    return key.equals(other.key) && life.startedAt().isAfter(other.life.startedAt());
  }

  boolean cutBy(CutOff cut, Strength strength) {
    return cut.strength() == strength
        && cut.scope().covers(key)
        && life.startedAt().isBefore(cut.at());
  }

  boolean sameLife(Validity other) {
    return life.startedAt().equals(other.startedAt())
        && life.freshUntil().equals(other.freshUntil())
        && life.usableUntil().equals(other.usableUntil());
  }

  boolean usableAt(Instant now) {
    return now.isBefore(life.usableUntil());
  }

  boolean freshAt(Instant now) {
    return now.isBefore(life.freshUntil());
  }
}
