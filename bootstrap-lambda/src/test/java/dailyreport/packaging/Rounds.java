package dailyreport.packaging;

import java.util.Locale;

/** How often everything is measured, and a line on standard error that tells how far it is. */
final class Rounds {
  private static final int LEAST = 7;
  private static final int USUAL = 9;

  private final String name;
  private final int rounds;
  private final long begun = System.nanoTime();

  Rounds(String name, int rounds) {
    this.name = name;
    this.rounds = rounds;
  }

  /** The fourth argument, if there is one; never below 7, for a median of fewer says little. */
  static int of(String[] args) {
    return args.length > 3 ? Math.max(LEAST, Integer.parseInt(args[3])) : USUAL;
  }

  /** Tells which round begins, counted from 1, and from the rounds so far what time is left. */
  void begins(int round, String what) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    String left =
        round == 1
            ? ""
            : String.format(
                Locale.ROOT, "; %.0f s left", seconds / (round - 1) * (rounds - round + 1));
    System.err.printf(Locale.ROOT, "%s: %d of %d: %s%s%n", name, round, rounds, what, left);
  }
}
