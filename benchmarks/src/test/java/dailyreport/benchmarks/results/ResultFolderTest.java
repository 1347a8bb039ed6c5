package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  @TempDir Path root;

  @Test
  void onlyAFullRunReachesThePublishedResults() {
    assertThat(of(false, true).finished()).isEqualTo(root);
    assertThat(of(true, false).finished()).isEqualTo(root.resolve("quick"));
    assertThat(of(false, false).finished()).isEqualTo(root.resolve("partial"));
    Path own = root.resolve("own");
    assertThat(ResultFolder.of(root, Optional.of(own), false, true))
        .isEqualTo(new ResultFolder(own, own));
  }

  @Test
  void aFullRunReplacesThePublishedResultsWhenItHasEnded() throws IOException {
    Files.writeString(root.resolve("jmh.json"), "published");
    ResultFolder folder = of(false, true);
    ResultFile file = folder.begin(Rows.calm());
    file.write(folder.working(), Rows.calm());
    assertThat(root.resolve("jmh.json")).hasContent("published");

    assertThat(folder.finish()).isEqualTo(root);
    assertThat(ResultFile.read(root).conditions()).isEqualTo(Rows.calm());
    assertThat(folder.working()).doesNotExist();
  }

  @Test
  void aNewRunBeginsWithoutThePlotsOfTheLastAndTouchesNothingElse() throws IOException {
    ResultFolder folder = of(true, false);
    Files.createDirectories(folder.working());
    for (String name : List.of("jmh.json", "jmh.md", "rows.png", "coldstart.md")) {
      Files.writeString(folder.working().resolve(name), "old");
    }
    folder.begin(Rows.calm());
    try (var left = Files.list(folder.working())) {
      assertThat(left).containsExactly(folder.working().resolve("coldstart.md"));
    }
  }

  @Test
  void anInterruptedRunIsGoneOnWithUnderTheSameConditions() throws IOException {
    ResultFolder folder = of(false, true);
    Conditions busy = Rows.conditions(new Load(List.of(2.0)), false);
    folder.begin(busy).write(folder.working(), busy);
    ResultFile resumed = folder.unfinished(Rows.conditions(Rows.CALM, false));
    assertThat(resumed.conditions().invalid()).isEqualTo(busy.invalid());
  }

  @Test
  void anInterruptedRunOfAnotherCommitIsNotGoneOnWith() throws IOException {
    ResultFolder folder = of(false, true);
    Conditions old = Rows.conditions("7654321", Rows.CALM, false);
    folder.begin(old).write(folder.working(), old);
    assertThatThrownBy(() -> folder.unfinished(Rows.conditions(Rows.CALM, false)))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("commit was 7654321 and is 1234567");
  }

  @Test
  void whereNothingWasInterruptedNothingIsResumed() {
    assertThatThrownBy(() -> of(false, true).unfinished(Rows.calm()))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("nothing to resume");
  }

  private ResultFolder of(boolean quick, boolean full) {
    return ResultFolder.of(root, Optional.empty(), quick, full);
  }
}
