package dailyreport.application.cache.search;

import dailyreport.application.cache.search.Search.Found;
import dailyreport.application.cache.search.Search.Move;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The protocol of the cache with some of its safeguards, played by a cast. */
record Protocol(Set<Safeguard> kept, Cast cast) {

  static Protocol complete(Cast cast) {
    return new Protocol(EnumSet.allOf(Safeguard.class), cast);
  }

  Protocol without(Safeguard... removed) {
    var rest = EnumSet.copyOf(kept);
    List.of(removed).forEach(rest::remove);
    return new Protocol(rest, cast);
  }

  boolean keeps(Safeguard safeguard) {
    return kept.contains(safeguard);
  }

  /** What the story can come to, begun with an empty bucket and with an old entry in it. */
  Found play() {
    return Search.everything(
        List.of(State.with(Entry.NONE, cast), State.with(Entry.OLD, cast)), this::moves);
  }

  private List<Move<State>> moves(State state) {
    var moves = new Moves(this, state);
    Writer.moves(moves, 1);
    Writer.moves(moves, 2);
    Reader.moves(moves);
    Invalidation.moves(moves);
    Rebuild.moves(moves);
    time(moves);
    return moves.all();
  }

  /** A lease may lapse and a window may pass whenever they like. */
  private static void time(Moves moves) {
    State s = moves.state();
    if (s.bucket().lease() != 0 && !moves.cast().calm()) {
      moves.add("the lease lapses", s.with(s.bucket().leasedTo(0)));
    }
    if (moves.cast().windows()) {
      moves.add(
          "a window passes",
          s.with(Past.of(s.bucket())).with(s.local().unchecked()).with(s.reader().outOfDate()));
    }
  }

  /** The moves out of one state. */
  record Moves(Protocol protocol, State state, List<Move<State>> all) {
    Moves(Protocol protocol, State state) {
      this(protocol, state, new ArrayList<>());
    }

    Cast cast() {
      return protocol.cast();
    }

    boolean keeps(Safeguard safeguard) {
      return protocol.keeps(safeguard);
    }

    void add(String who, State next) {
      add(who, next, null);
    }

    void add(String who, State next, @Nullable Harm harm) {
      all.add(new Move<>(who, next, harm));
    }

    /** An entry takes the record's place. */
    void commit(String who, Entry entry, State next) {
      boolean older = state.bucket().record().began() > entry.began();
      add(who, next.with(next.bucket().withRecord(entry)), older ? Harm.OLDER_OVER_NEWER : null);
    }

    /** An entry is offered to the local tier: {@code LocalCache.store}. */
    void keep(String who, Local offered, State next) {
      Entry there = state.local().copy();
      if (keeps(Safeguard.LOCAL_KEEPS_NEWER) && there.newerThan(offered.copy())) {
        add(who, next);
      } else {
        boolean older = there.began() > offered.copy().began();
        add(who, next.with(offered), older ? Harm.OLDER_OVER_NEWER : null);
      }
    }
  }
}
