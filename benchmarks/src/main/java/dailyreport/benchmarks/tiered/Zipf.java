package dailyreport.benchmarks.tiered;

import java.util.Random;

/** Choices of which few are frequent: the n-th most popular has the weight 1/n. */
final class Zipf {
  private static final int DRAWN = 1 << 14;
  private static final long SEED = 20251111;

  private Zipf() {}

  /** Many draws from 0, the most popular, to {@code count - 1}; the same ones every time. */
  static int[] choices(int count) {
    var upTo = new double[count];
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += 1.0 / (i + 1);
      upTo[i] = total;
    }
    var random = new Random(SEED);
    var choices = new int[DRAWN];
    for (int i = 0; i < DRAWN; i++) {
      double drawn = random.nextDouble() * total;
      int choice = 0;
      while (upTo[choice] < drawn) {
        choice++;
      }
      choices[i] = choice;
    }
    return choices;
  }
}
