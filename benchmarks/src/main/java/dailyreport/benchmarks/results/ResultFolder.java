package dailyreport.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run leaves its results.
 *
 * @param working the folder that is written while it runs
 * @param finished the folder of a run that has ended: another one only for a full run, so that an
 *     interrupted one does not replace what was published
 */
public record ResultFolder(Path working, Path finished) {

  /**
   * Chooses it.
   *
   * @param root of all results
   * @param to the folder that was asked for
   * @param full whether everything is measured with the published settings
   */
  public static ResultFolder of(Path root, Optional<Path> to, boolean quick, boolean full) {
    if (to.isPresent()) {
      return new ResultFolder(to.get(), to.get());
    }
    if (full) {
      return new ResultFolder(root.resolve("unfinished"), root);
    }
    Path kind = root.resolve(quick ? "quick" : "partial");
    return new ResultFolder(kind, kind);
  }

  /** Makes it free of an earlier run's files, and of nothing else. */
  public ResultFile begin(Conditions conditions) throws IOException {
    for (String name : names()) {
      Files.deleteIfExists(working.resolve(name));
    }
    return ResultFile.empty(conditions);
  }

  /**
   * What an interrupted run has left.
   *
   * @throws NoSuchFileException when there is none, or one of another machine, JDK or commit, in
   *     words for the user
   */
  public ResultFile unfinished(Conditions now) throws IOException {
    if (!Files.exists(working.resolve(ResultFile.NAME))) {
      throw new NoSuchFileException("nothing to resume in " + working);
    }
    ResultFile file = ResultFile.read(working);
    if (!now.sameFacts(file.conditions())) {
      throw new NoSuchFileException(
          "what lies in %s was measured otherwise: %s"
              .formatted(working, String.join("; ", now.differences(file.conditions()))));
    }
    file.resume(now);
    return file;
  }

  /** Puts the results where those of a finished run belong, and says where that is. */
  public Path finish() throws IOException {
    if (!working.equals(finished)) {
      Files.createDirectories(finished);
      for (String name : List.of(ResultFile.NAME, ResultFile.TABLE)) {
        ResultFile.replace(finished.resolve(name), Files.readAllBytes(working.resolve(name)));
      }
      for (String name : names()) {
        Files.deleteIfExists(working.resolve(name));
      }
      Files.deleteIfExists(working);
    }
    return finished;
  }

  private static List<String> names() {
    return Stream.concat(Stream.of(ResultFile.NAME, ResultFile.TABLE), Plots.ALL.stream()).toList();
  }
}
