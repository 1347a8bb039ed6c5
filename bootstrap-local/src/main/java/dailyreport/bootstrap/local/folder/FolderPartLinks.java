package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.PartLinks;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/** Addresses of the folder's PDF files; a file address does not end by itself. */
final class FolderPartLinks implements PartLinks {
  private final FolderStore store;

  FolderPartLinks(FolderStore store) {
    this.store = store;
  }

  @Override
  public Optional<URI> temporary(ReportKey key, PartName part, Duration atMost, Deadline deadline) {
    return store.attempt(
        "finding " + part + " of " + key,
        deadline,
        () ->
            Optional.of(store.within(FolderSharedCache.part(key, part)))
                .filter(_ -> part == PartName.PDF && atMost.isPositive())
                .filter(Files::isRegularFile)
                .map(file -> file.toUri()));
  }
}
