package dailyreport.benchmarks;

import dailyreport.benchmarks.results.Row;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One benchmark with one set of parameters.
 *
 * @param method full name of its method
 * @param seconds that its iterations take, without set-up and start of JVMs
 */
record Case(String method, SortedMap<String, String> params, Mode mode, double seconds) {

  /** Class, method and parameters: as a row of the table is called. */
  String label() {
    return Row.label(name(method), params);
  }

  /** Class and method alone. */
  static String name(String method) {
    return method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1);
  }

  /** The options that run this case and no other. */
  Options within(Options asked) {
    ChainedOptionsBuilder only =
        new Only("^" + Pattern.quote(method) + "$")
            .parent(asked)
            .mode(mode)
            // A benchmark that breaks would otherwise just be missing.
            .shouldFailOnError(true);
    params.forEach((name, value) -> only.param(name, value));
    return only.build();
  }

  /** Takes the place of all patterns of its parent; JMH's own builder adds to them. */
  private static final class Only extends OptionsBuilder {
    private final String pattern;

    Only(String pattern) {
      this.pattern = pattern;
    }

    @Override
    public List<String> getIncludes() {
      return List.of(pattern);
    }
  }
}
