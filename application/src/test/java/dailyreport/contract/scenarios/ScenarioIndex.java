package dailyreport.contract.scenarios;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Which test plays which scenario, read from the names of the tests. */
public final class ScenarioIndex {
  /** S1 to S38. */
  public static final SortedSet<Integer> NUMBERS =
      new TreeSet<>(IntStream.rangeClosed(1, 38).boxed().toList());

  private static final Pattern NUMBERED = Pattern.compile("s(\\d+)[A-Z].*");

  private ScenarioIndex() {}

  /** Names of the tests that these classes run or inherit, with where they are written. */
  public static SortedMap<Integer, SortedSet<String>> of(Class<?>... tests) {
    var index = new TreeMap<Integer, SortedSet<String>>();
    Arrays.stream(tests)
        .flatMap(test ->
            Stream.concat(
                Arrays.stream(test.getMethods()), Arrays.stream(test.getDeclaredMethods())))
        .filter(ScenarioIndex::isTest)
        .forEach(method ->
            NUMBERED
                .matcher(method.getName())
                .results()
                .map(ScenarioIndex::number)
                .forEach(number ->
                    index.computeIfAbsent(number, _ -> new TreeSet<>()).add(place(method))));
    return index;
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }

  private static int number(MatchResult name) {
    return Integer.parseInt(name.group(1));
  }

  private static String place(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
