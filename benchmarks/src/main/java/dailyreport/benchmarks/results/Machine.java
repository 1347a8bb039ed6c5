package dailyreport.benchmarks.results;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.benchmarks.sample.SampleReport;
import java.io.File;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The computer, the JVM and the libraries that a run is measured with. */
public final class Machine {
  /** Processors that this process may use. */
  public static final int CORES = Runtime.getRuntime().availableProcessors();

  private Machine() {}

  /** Name and value, in the order of printing. */
  public static SequencedMap<String, String> facts() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("machine", first(Path.of("/proc/cpuinfo"), "model name") + ", " + CORES + " cores");
    facts.put("memory", memory(first(Path.of("/proc/meminfo"), "MemTotal")));
    facts.put("temporary files on", fileSystem());
    facts.put(
        "system",
        Stream.of("os.name", "os.version", "os.arch")
            .map(System::getProperty)
            .collect(Collectors.joining(" ")));
    facts.put("JDK", System.getProperty("java.vendor") + " " + Runtime.version());
    facts.put("collector", collector());
    facts.put("flags", flags(ManagementFactory.getRuntimeMXBean().getInputArguments()));
    facts.put("commit", System.getProperty("dailyreport.commit", "unknown"));
    facts.put(
        "records",
        String.format(
            Locale.ROOT,
            "%,d bytes for %d bars, %,d bytes for %d bars",
            recordBytes(SampleReport.SEASONED),
            SampleReport.SEASONED,
            recordBytes(SampleReport.SECOND_DAY),
            SampleReport.SECOND_DAY));
    facts.put("libraries", libraries(System.getProperty("jdk.module.path", "")));
    return facts;
  }

  /** Length of the commit record of a report about so many bars. */
  public static int recordBytes(int bars) {
    return JacksonReportCodec.open()
        .encode(SampleReport.entry(SampleReport.of(bars), SampleReport.key(0)))
        .length;
  }

  /** Value of the first line with that name in a file such as {@code /proc/cpuinfo}. */
  private static String first(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name) && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** In GB, from kB, which to Linux are 1,024 bytes. */
  static String memory(String kilobytes) {
    return kilobytes.endsWith(" kB")
        ? Math.round(Long.parseLong(kilobytes.replace(" kB", "")) / 1_048_576.0) + " GB"
        : kilobytes;
  }

  private static String collector() {
    String names =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .collect(Collectors.joining(", "));
    return names + ", heap up to " + (Runtime.getRuntime().maxMemory() >> 20) + " MB";
  }

  /** Those that may change a figure: not what only says where the modules are. */
  static String flags(List<String> arguments) {
    String flags =
        arguments.stream()
            .filter(flag ->
                !flag.matches(
                    "--(module-path|add-modules)=.*|-D(jmh|dailyreport|jdk\\.module)\\..*"))
            .map(flag -> flag.replaceAll("=\\S*[/\\\\]\\S*", "=..."))
            .collect(Collectors.joining(" "));
    return flags.isEmpty() ? "none" : flags;
  }

  /** Names of the jars of a module path and in its folders, without ours, sorted. */
  static String libraries(String modulePath) {
    return Arrays.stream(modulePath.split(File.pathSeparator))
        .map(File::new)
        .flatMap(Machine::names)
        .filter(name -> name.endsWith(".jar") && !name.endsWith("-0.1.0.jar"))
        .map(name -> name.substring(0, name.length() - ".jar".length()))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** A jar may be named itself, or its folder. */
  private static Stream<String> names(File file) {
    String[] inside = file.list();
    return inside == null ? Stream.of(file.getName()) : Arrays.stream(inside);
  }

  private static String fileSystem() {
    try {
      return Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir"))).type();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
