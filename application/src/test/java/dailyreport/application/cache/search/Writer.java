package dailyreport.application.cache.search;

import dailyreport.application.cache.search.Protocol.Moves;

/**
 * A worker that makes a report: {@code Generations} and {@code WriteThrough}. It may crash before
 * each step.
 *
 * @param at its next step
 * @param mine what it makes; {@link Entry#NONE} until it has begun
 * @param sawRecord what it expects to find unchanged when it commits: {@code Tags.record}
 * @param sawChart the same of the chart: {@code Tags.of}
 * @param again whether it has met a conflict
 */
record Writer(At at, Entry mine, Entry sawRecord, int sawChart, boolean again) {
  enum At {
    ACQUIRE,
    LOOK_AGAIN,
    TAGS,
    BEGIN,
    CHECK,
    STORE_LOCAL,
    STORE_CHART,
    STORE_RECORD,
    CONFLICT_TAGS,
    CONFLICT_LOOK,
    RELEASE,
    GONE
  }

  static final Writer WAITING = new Writer(At.ACQUIRE, Entry.NONE, Entry.NONE, -1, false);
  static final Writer GONE = WAITING.to(At.GONE);

  /** What it will not look at any more is forgotten, so that equal states are equal. */
  Writer to(At next) {
    return switch (next) {
      case RELEASE, GONE -> new Writer(next, Entry.NONE, Entry.NONE, -1, false);
      case STORE_RECORD -> new Writer(next, mine, sawRecord, -1, again);
      case CONFLICT_TAGS -> new Writer(next, mine, Entry.NONE, -1, again);
      default -> new Writer(next, mine, sawRecord, sawChart, again);
    };
  }

  private Writer making(Entry entry) {
    return new Writer(at, entry, sawRecord, sawChart, again);
  }

  private Writer seeing(Bucket bucket) {
    return new Writer(at, mine, bucket.record(), bucket.chart(), again);
  }

  static void moves(Moves moves, int number) {
    State s = moves.state();
    Writer w = s.writer(number);
    String who = "writer " + number + " ";
    switch (w.at()) {
      case ACQUIRE -> { // Leases.tryAcquire; Busy is waiting, Unavailable is a lease that lapses
        boolean free = s.bucket().lease() == 0 || !moves.keeps(Safeguard.LEASE);
        if (free && w.mayBegin(moves, number)) {
          At next = moves.keeps(Safeguard.LOOK_AGAIN) ? At.LOOK_AGAIN : w.prepare(moves);
          moves.add(
              who + "has the lease", s.with(s.bucket().leasedTo(number)).with(number, w.to(next)));
        }
      }
      case LOOK_AGAIN -> { // Generations.lead, Lookups.again
        At next = w.isThereOne(moves, number) ? end(moves, number) : w.prepare(moves);
        moves.add(who + "looks again", s.with(number, w.to(next)));
      }
      case TAGS -> { // PaidGeneration.made, SharedTier.tags: HEADs at once, taken as one step
        At next = moves.keeps(Safeguard.TAGS_BEFORE_STAMP) ? At.BEGIN : At.CHECK;
        moves.add(who + "reads the tags", s.with(number, w.seeing(s.bucket()).to(next)));
      }
      case BEGIN -> { // PaidGeneration.made: startedAt, then ReportGenerator.generate
        int now = s.clock() + 1;
        At next = moves.keeps(Safeguard.TAGS_BEFORE_STAMP) ? At.CHECK : At.TAGS;
        boolean wasted = moves.cast().calm() && now > 1;
        moves.add(
            who + "begins to generate at " + now,
            s.ticked().with(number, w.making(new Entry(now, now, now)).to(next)),
            wasted ? Harm.WASTED : null);
      }
      case CHECK -> w.check(moves, number, who);
      case STORE_LOCAL -> // WriteThrough.inParallel: marked as never checked
          moves.keep(
              who + "stores locally",
              new Local(w.mine(), false),
              s.with(number, w.to(w.firstStore(moves))));
      case STORE_CHART -> { // S3SharedCache.commit: the parts
        boolean expected =
            s.bucket().chart() == w.sawChart() || s.bucket().chart() == w.mine().chart();
        if (expected || !moves.keeps(Safeguard.CONDITIONAL_PARTS)) {
          At next = moves.keeps(Safeguard.RECORD_LAST) ? At.STORE_RECORD : end(moves, number);
          moves.add(
              who + "stores its chart",
              s.with(s.bucket().withChart(w.mine().chart())).with(number, w.to(next)));
        } else {
          moves.add(who + "may not store its chart", s.with(number, w.refused(moves, number)));
        }
      }
      case STORE_RECORD -> w.storeRecord(moves, number, who);
      case CONFLICT_TAGS -> { // WriteThrough.settled
        At next = moves.keeps(Safeguard.TAG_OF_THE_LOOK) ? At.CONFLICT_LOOK : w.firstStore(moves);
        moves.add(who + "reads the tags again", s.with(number, w.seeing(s.bucket()).to(next)));
      }
      case CONFLICT_LOOK -> {
        Entry record = s.bucket().record();
        boolean theirs = record.newerThan(w.mine());
        boolean tagged = moves.keeps(Safeguard.TAG_OF_THE_LOOK);
        At next = theirs ? end(moves, number) : tagged ? w.firstStore(moves) : At.CONFLICT_TAGS;
        Writer seen = new Writer(w.at(), w.mine(), record, w.sawChart(), true);
        moves.add(who + "looks who won", s.with(number, seen.to(next)));
      }
      case RELEASE -> { // Leases.Right.release: only one's own
        boolean own = s.bucket().lease() == number;
        moves.add(
            who + "releases the lease",
            (own ? s.with(s.bucket().leasedTo(0)) : s).with(number, GONE));
      }
      case GONE -> {}
    }
  }

  /** Where the writers are alike, the one that is first is called the first. */
  private boolean mayBegin(Moves moves, int number) {
    return number == 1 || moves.cast().localTier() || moves.state().first().at() != At.ACQUIRE;
  }

  private static At end(Moves moves, int number) {
    return moves.state().bucket().lease() == number ? At.RELEASE : At.GONE;
  }

  private At prepare(Moves moves) {
    return moves.keeps(Safeguard.TAGS_BEFORE_STAMP) ? At.TAGS : At.BEGIN;
  }

  private At firstStore(Moves moves) {
    return moves.keeps(Safeguard.RECORD_LAST) ? At.STORE_CHART : At.STORE_RECORD;
  }

  /** Whether a tier holds one that is not to be made again. */
  private boolean isThereOne(Moves moves, int number) {
    State s = moves.state();
    boolean local = number == 1 && enough(moves, s.local().copy());
    return local || enough(moves, s.bucket().record());
  }

  private static boolean enough(Moves moves, Entry entry) {
    int cutOff = moves.keeps(Safeguard.WATERMARK_ON_READ) ? moves.state().bucket().cutOff() : 0;
    return entry.stamp() > Entry.OLD.stamp() && entry.stamp() >= cutOff;
  }

  /** {@code WriteThrough.store}: coherence.read, hides. */
  private void check(Moves moves, int number, String who) {
    State s = moves.state();
    boolean late = !moves.keeps(Safeguard.STAMP_AT_START);
    Entry stamped = late ? mine.stamped(s.clock() + 1) : mine;
    boolean hidden =
        moves.keeps(Safeguard.WATERMARK_BEFORE_STORE) && stamped.stamp() < s.bucket().cutOff();
    boolean local = number == 1 && moves.cast().localTier();
    At next = hidden ? end(moves, number) : local ? At.STORE_LOCAL : firstStore(moves);
    moves.add(
        who + "has generated and reads the watermarks",
        (late ? s.ticked() : s).with(number, making(stamped).to(next)));
  }

  /** {@code S3SharedCache.commitRecord}; after it the local copy has its tag: inParallel. */
  private void storeRecord(Moves moves, int number, String who) {
    State s = moves.state();
    if (!s.bucket().record().equals(sawRecord) && moves.keeps(Safeguard.CONDITIONAL_COMMIT)) {
      moves.add(who + "may not store its record", s.with(number, refused(moves, number)));
      return;
    }
    At next = moves.keeps(Safeguard.RECORD_LAST) ? end(moves, number) : At.STORE_CHART;
    boolean copied = number == 1 && s.local().copy().equals(mine);
    moves.commit(
        who + "stores its record",
        mine,
        (copied ? s.with(new Local(mine, true)) : s).with(number, to(next)));
  }

  /** Once more, and then no more. */
  private Writer refused(Moves moves, int number) {
    if (again) {
      return to(end(moves, number));
    }
    boolean tagged = moves.keeps(Safeguard.TAG_OF_THE_LOOK);
    return new Writer(at, mine, sawRecord, sawChart, true)
        .to(tagged ? At.CONFLICT_TAGS : At.CONFLICT_LOOK);
  }
}
