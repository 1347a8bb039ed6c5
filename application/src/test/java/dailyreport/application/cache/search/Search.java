package dailyreport.application.cache.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every state that can be reached, breadth first, so that the story of a harm is a shortest one.
 * What comes after a harm is not looked at: it would be harm from harm.
 */
final class Search {
  private Search() {}

  /**
   * One thing that may happen next.
   *
   * @param who acts, and does what
   */
  record Move<S>(String who, S next, @Nullable Harm harm) {}

  /**
   * What was found.
   *
   * @param states how many different ones were reached
   * @param harms each that can come about, with the moves that lead there
   */
  record Found(int states, Map<Harm, List<String>> harms) {}

  /** A state with the way to it. */
  private record Reached<S>(S state, @Nullable Reached<S> from, String by) {
    List<String> story(String last) {
      var story = new ArrayList<>(List.of(last));
      for (Reached<S> step = this; step != null; step = step.from()) {
        story.addFirst(step.by());
      }
      return story;
    }
  }

  static <S> Found everything(Collection<S> starts, Function<S, List<Move<S>>> moves) {
    var seen = new HashSet<S>(starts);
    var queue = new ArrayDeque<Reached<S>>();
    starts.forEach(start -> queue.add(new Reached<>(start, null, "at first: " + start)));
    var harms = new EnumMap<Harm, List<String>>(Harm.class);
    while (!queue.isEmpty()) {
      Reached<S> here = queue.remove();
      for (Move<S> move : moves.apply(here.state())) {
        if (move.harm() != null) {
          harms.computeIfAbsent(move.harm(), _ -> here.story(move.who()));
        } else if (seen.add(move.next())) {
          queue.add(new Reached<>(move.next(), here, move.who()));
        }
      }
    }
    return new Found(seen.size(), harms);
  }
}
