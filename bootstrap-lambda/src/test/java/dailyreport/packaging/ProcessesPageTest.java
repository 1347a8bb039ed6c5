package dailyreport.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.packaging.Series.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesPageTest {
  private static final List<Setup> SETUPS =
      List.of(setup(true, true), setup(true, false), setup(false, true), setup(false, false));

  @Test
  void everyLineHasItsMedianItsRangeAndItsMemory() throws IOException {
    String page = ProcessesPage.of(machine("0.50 1 1"), "2 2 2", "-p lib", measured());
    assertThat(page)
        .startsWith("# Whole processes\n")
        .contains(
            """
            ## First answer: hit in SQLite
            Found: the process before left its file in the same `/tmp`.

            | | n | median ms | min | max | processor ms | peak MB | anonymous MB | in time |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|
            | module path, AOT cache | 3 | 102 | 101 | 190 | 50 | 200 | 80 | 2 |
            | module path | 3 | 202 | 201 | 290 | 50 | 200 | 80 | 2 |
            """)
        .contains("| hit in SQLite | the AOT cache on the module path | -100 | -100 | -100 |")
        .contains("Load average before 0.50 1 1, after 2 2 2");
  }

  @Test
  void onABusyMachineTheFiguresAreInvalidAndThePageSaysWhy() throws IOException {
    Machine busy = machine("1.01 1 1");
    assertThat(ProcessesPage.of(busy, "2 2 2", "", measured()))
        .startsWith(
            "# Whole processes: INVALID, the machine was busy (load 1.01 on 2 cores, allowed 1.0)");
    assertThat(Wire.fields(ProcessesJson.of(busy, "2 2 2", "", measured())))
        .containsEntry("valid", "false");
  }

  @Test
  void everySampleIsKept() throws IOException {
    String json = ProcessesJson.of(machine("1.00 1 1"), "2 2 2", "-p lib", measured());
    assertThat(Wire.fields(json))
        .containsEntry("valid", "true")
        .containsEntry("options", "-p lib")
        .containsEntry("samples/2/round", "3")
        .containsEntry("samples/2/millis", "190.0")
        .containsEntry("samples/47/path", "class")
        .containsEntry("samples/47/peakKb", "200000")
        .doesNotContainKey("samples/48/round");
  }

  /** Three rounds: 101, 190 with no reply, 102; a hundred more for each further setup. */
  private static List<Series> measured() throws IOException {
    var all = new ArrayList<Series>();
    for (double millis : new double[] {101, 102, 190}) {
      var round = new ArrayList<Series>();
      for (Question question : Question.values()) {
        for (int i = 0; i < SETUPS.size(); i++) {
          var memory = new Memory(200_000, 80_000);
          var sample = new Sample(millis + 100 * i, 50, memory, millis != 190);
          round.add(Series.of(question, SETUPS.get(i), sample));
        }
      }
      Series.add(all, round);
    }
    return all;
  }

  private static Setup setup(boolean modules, boolean aot) {
    return new Setup(Path.of("task"), modules, aot);
  }

  private static Machine machine(String load) {
    return new Machine("P", 2, "25", "abc", load, Instant.EPOCH);
  }
}
