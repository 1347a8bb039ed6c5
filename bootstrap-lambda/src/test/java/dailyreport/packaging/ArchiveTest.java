package dailyreport.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir Path work;

  @Test
  void theSameDirectoryGivesTheSameZipWithTimesAndPermissions() throws IOException {
    Path task = Files.createDirectories(work.resolve("small"));
    Path script = Files.writeString(task.resolve("bootstrap"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setLastModifiedTime(script, MakePackage.TIME);
    Path jar = Files.createDirectories(task.resolve("lib")).resolve("a.jar");
    Files.setLastModifiedTime(Files.writeString(jar, "a"), MakePackage.TIME);

    Archive.pack(task, work.resolve("one.zip"));
    Archive.pack(task, work.resolve("two.zip"));

    assertThat(work.resolve("one.zip")).hasSameBinaryContentAs(work.resolve("two.zip"));
    Path again = Files.createDirectories(work.resolve("again"));
    Archive.unpack(work.resolve("one.zip"), again);
    assertThat(again.resolve("bootstrap")).isExecutable();
    assertThat(again.resolve("lib/a.jar")).content().isEqualTo("a");
    assertThat(Files.getLastModifiedTime(again.resolve("lib/a.jar"))).isEqualTo(MakePackage.TIME);
  }
}
