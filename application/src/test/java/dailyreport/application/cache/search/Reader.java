package dailyreport.application.cache.search;

import dailyreport.application.cache.search.Protocol.Moves;
import org.jspecify.annotations.Nullable;

/**
 * An instance that is asked over and over: {@code Lookups}, then {@code CachedParts} for the chart.
 *
 * @param at its next step
 * @param known cut-off it knows, -1 before it has asked: {@code Coherence}
 * @param knowledgeDue whether it has to ask for the cut-off again: {@code Coherence.due}
 * @param mustKnow cut-off it has to honour in this round, by I3
 * @param mustSee start of the record it must not fall behind in this round
 * @param found entry that it is serving
 * @param sawRecord what a repair expects to find unchanged
 */
record Reader(
    At at,
    int known,
    boolean knowledgeDue,
    int mustKnow,
    int mustSee,
    Entry found,
    Entry sawRecord) {
  enum At {
    ASKED,
    LOCAL,
    CONFIRM,
    SHARED,
    COPY_DOWN,
    PART,
    REPAIR_TAGS,
    REPAIR_LOOK,
    REPAIR_STORE
  }

  static final Reader FIRST = new Reader(At.ASKED, -1, true, 0, -1, Entry.NONE, Entry.NONE);

  Reader outOfDate() {
    return new Reader(at, known, true, mustKnow, mustSee, found, sawRecord);
  }

  private Reader to(At next) {
    return new Reader(next, known, knowledgeDue, mustKnow, mustSee, found, sawRecord);
  }

  private Reader with(Entry entry, At next) {
    return new Reader(next, known, knowledgeDue, mustKnow, mustSee, entry, sawRecord);
  }

  private Reader seeing(Entry record, At next) {
    return new Reader(next, known, knowledgeDue, mustKnow, mustSee, found, record);
  }

  private Reader toPart(Moves moves) {
    return new Reader(At.PART, kept(moves), knowledgeDue, 0, -1, found, Entry.NONE);
  }

  private Reader done(Moves moves) {
    return new Reader(At.ASKED, kept(moves), knowledgeDue, 0, -1, Entry.NONE, Entry.NONE);
  }

  private int kept(Moves moves) {
    return moves.cast().windows() ? known : -1;
  }

  static void moves(Moves moves) {
    State s = moves.state();
    Reader r = s.reader();
    Entry record = s.bucket().record();
    switch (r.at()) {
      case ASKED -> { // Coherence.refresh
        boolean first = r.known() < 0;
        boolean reads = first || r.knowledgeDue() && moves.keeps(Safeguard.WATERMARK_REREAD);
        boolean windows = moves.cast().windows();
        moves.add(
            "reader is asked" + (reads ? " and reads the watermarks" : ""),
            s.with(windows ? s.local() : s.local().unchecked())
                .with(
                    new Reader(
                        moves.cast().localTier() ? At.LOCAL : At.SHARED,
                        reads ? s.bucket().cutOff() : r.known(),
                        r.knowledgeDue() && !(reads && windows),
                        windows ? s.past().cutOff() : s.bucket().cutOff(),
                        windows ? s.past().record() : s.bucket().record().began(),
                        Entry.NONE,
                        Entry.NONE)));
      }
      case LOCAL -> { // Lookups.local
        Entry copy = s.local().copy();
        if (!r.usable(moves, copy)) {
          moves.add("reader has no usable copy", s.with(r.to(At.SHARED)));
        } else if (s.local().checked() || !moves.keeps(Safeguard.COPY_CONFIRMED)) {
          moves.add("reader serves its copy", s.with(r.done(moves)), r.harmOfCopy(s, copy));
        } else {
          moves.add("reader has an unchecked copy", s.with(r.with(copy, At.CONFIRM)));
        }
      }
      case CONFIRM -> r.confirm(moves);
      case SHARED -> { // Lookups.shared
        if (!r.usable(moves, record)) {
          moves.add("reader finds nothing usable", s.with(r.done(moves)));
        } else {
          boolean keeps = moves.cast().localTier();
          moves.add(
              "reader serves the record",
              s.with(keeps ? r.with(record, At.COPY_DOWN) : r.with(record, At.PART).toPart(moves)),
              r.harmOfText(s, record));
        }
      }
      case COPY_DOWN -> { // Lookups.copyDown
        boolean verbatim = moves.keeps(Safeguard.VERBATIM_COPY);
        Entry copy = verbatim ? r.found() : r.found().stamped(s.clock());
        boolean still = record.equals(r.found()); // else the look was longer ago than the copy is
        moves.keep(
            "reader copies the record down", new Local(copy, still), s.with(r.toPart(moves)));
      }
      case PART -> { // CachedParts.bytes, SharedCache.part
        boolean same = s.bucket().chart() == r.found().chart();
        boolean shown = same || !moves.keeps(Safeguard.DIGEST_CHECK) && s.bucket().chart() >= 0;
        moves.add(
            shown ? "reader shows the chart" : "reader finds no such chart",
            s.with(r.done(moves)),
            shown && !same ? Harm.TORN : !same && r.unbacked(moves) ? Harm.UNBACKED : null);
      }
      case REPAIR_TAGS -> { // Repairs.record
        At next = moves.keeps(Safeguard.LOOK_AFTER_TAGS) ? At.REPAIR_LOOK : At.REPAIR_STORE;
        moves.add("reader reads the tags to repair", s.with(r.seeing(record, next)));
      }
      case REPAIR_LOOK -> {
        if (record.newerThan(r.found())) {
          moves.add("reader finds a newer record", s.with(r.with(record, At.COPY_DOWN)));
        } else {
          moves.add("reader finds no newer record", s.with(r.to(At.REPAIR_STORE)));
        }
      }
      case REPAIR_STORE -> {
        if (record.equals(r.sawRecord()) || !moves.keeps(Safeguard.CONDITIONAL_COMMIT)) {
          // Its parts are asked for as jobs.
          moves.commit("reader repairs the record", r.found(), s.with(r.done(moves)));
        } else {
          moves.add("reader may not repair the record", s.with(r.done(moves)));
        }
      }
    }
  }

  /** {@code Lookups.confirmed}: a conditional GET. Look and mark are one step here. */
  private void confirm(Moves moves) {
    State s = moves.state();
    Entry record = s.bucket().record();
    boolean theirs = usable(moves, record) && record.newerThan(found);
    if (theirs) {
      moves.add(
          "reader serves a newer record",
          s.with(with(record, At.COPY_DOWN)),
          harmOfText(s, record));
    } else if (record.began() == found.began()) {
      moves.add("reader finds the record of its copy", s.with(with(record, At.COPY_DOWN)));
    } else if (moves.cast().repair()) {
      moves.add("reader finds no record of its copy", s.with(to(At.REPAIR_TAGS)));
    } else {
      moves.add(
          "reader serves its copy unconfirmed",
          s.with(new Local(s.local().copy(), true)).with(done(moves)),
          harmOfCopy(s, found));
    }
  }

  /** {@code Coherence.judge}. */
  private boolean usable(Moves moves, Entry entry) {
    return entry.exists() && (entry.stamp() >= known || !moves.keeps(Safeguard.WATERMARK_ON_READ));
  }

  /** When nothing goes wrong, only the old entry can lose its chart: to a newer one's. */
  private boolean unbacked(Moves moves) {
    return moves.cast().calm() && !found.equals(Entry.OLD);
  }

  private @Nullable Harm harmOfText(State s, Entry entry) {
    return entry.began() < mustKnow ? Harm.RESURRECTED : null;
  }

  private @Nullable Harm harmOfCopy(State s, Entry copy) {
    Entry record = s.bucket().record();
    boolean behind = record.began() >= mustSee && mustSee > copy.began();
    return behind ? Harm.OUTDATED : harmOfText(s, copy);
  }
}
