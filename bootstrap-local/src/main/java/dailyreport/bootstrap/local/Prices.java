package dailyreport.bootstrap.local;

import java.util.List;

/** Where a command's prices come from. */
sealed interface Prices {

  /** The configured source, for the newest closed session. */
  record Live() implements Prices {}

  /** Files or the sample; the session of each receipt is the last bar of its file. */
  record Pinned(List<FilePrices> files) implements Prices {
    public Pinned {
      files = List.copyOf(files);
    }

    Pinned(FilePrices file) {
      this(List.of(file));
    }
  }
}
