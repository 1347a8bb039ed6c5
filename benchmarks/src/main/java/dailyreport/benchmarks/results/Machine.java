package dailyreport.benchmarks.results;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.benchmarks.local.LocalTierFile;
import dailyreport.benchmarks.sample.SampleReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What must stand beside a figure for it to mean something. */
public final class Machine {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private Machine() {}

  /** One line on the computer, one on what is measured. JMH itself prints JDK and flags. */
  public static String description() {
    return String.format(
        Locale.ROOT,
        "# Machine: %s %s, %s, %d cores, temporary files on %s%n"
            + "# Records: %,d bytes for %d bars, %,d bytes for %d bars; %d rows in the file",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        CORES,
        fileSystem(),
        recordBytes(SampleReport.SEASONED),
        SampleReport.SEASONED,
        recordBytes(SampleReport.NEWLY_LISTED),
        SampleReport.NEWLY_LISTED,
        LocalTierFile.ENTRIES);
  }

  /** Length of the commit record of a report about so many bars. */
  public static int recordBytes(int bars) {
    return JacksonReportCodec.open()
        .encode(SampleReport.entry(SampleReport.of(bars), SampleReport.key(0)))
        .length;
  }

  /** Mean number of runnable threads over the last minute; negative where it is not known. */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /**
   * The load in words.
   *
   * @param load before the first benchmark; above half of the cores somebody else is measured too,
   *     and what is not known is not trusted
   */
  public static String verdict(double load) {
    double most = CORES / 2.0;
    String seen =
        load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f on %d cores", load, CORES);
    return load >= 0 && load <= most ? seen : seen + ": figures are INVALID";
  }

  private static String fileSystem() {
    try {
      return Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir"))).type();
    } catch (IOException e) {
      throw new UncheckedIOException("asking for the file system of the temporary directory", e);
    }
  }
}
