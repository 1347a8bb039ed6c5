package dailyreport.bootstrap.local.serve;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.PartLinks;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Short-lived addresses on this server for files of the shared folder, as a bucket presigns its
 * own. Addresses that are none of files, such as a bucket's, stay as they are.
 */
public final class PdfPasses implements PartLinks, Endpoint {
  /** Below it lie the files for which a pass was given. */
  public static final String PATH = "/pdf/";

  private static final int MOST_PASSES = 1_000;
  private static final int TOKEN_BYTES = 24;

  private record Pass(Path file, Instant until) {}

  private final PartLinks files;
  private final URI base;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Pass> passes = new LinkedHashMap<>();

  /**
   * Passes for what these lead to.
   *
   * @param base address under which this server is reachable
   */
  public PdfPasses(PartLinks files, URI base, InstantSource clock) {
    this.files = files;
    this.base = base;
    this.clock = clock;
  }

  @Override
  public Optional<URI> temporary(ReportKey key, PartName part, Duration atMost, Deadline deadline) {
    return files
        .temporary(key, part, atMost, deadline)
        .map(address ->
            "file".equals(address.getScheme()) ? pass(Path.of(address), atMost) : address);
  }

  private URI pass(Path file, Duration atMost) {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    synchronized (passes) {
      Instant now = clock.instant();
      passes.values().removeIf(pass -> !now.isBefore(pass.until()));
      if (passes.size() >= MOST_PASSES) {
        passes.remove(passes.keySet().iterator().next());
      }
      passes.put(token, new Pass(file, now.plus(atMost)));
    }
    return base.resolve(PATH + token);
  }

  /** The file of a pass that is still good. */
  @Override
  public Response answer(Request request) {
    Optional<Path> file;
    synchronized (passes) {
      file =
          Optional.ofNullable(passes.get(request.path().substring(PATH.length())))
              .filter(pass -> clock.instant().isBefore(pass.until()))
              .map(Pass::file);
    }
    try {
      return file.isPresent()
          ? Response.of(200, "application/pdf", Files.readAllBytes(file.get()))
          : LinkEndpoint.gone(request);
    } catch (IOException _) {
      // Deleted since: as gone as a pass that has ended.
      return LinkEndpoint.gone(request);
    }
  }
}
