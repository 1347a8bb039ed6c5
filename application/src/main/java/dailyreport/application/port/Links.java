package dailyreport.application.port;

import java.net.URI;
import java.util.Optional;

/**
 * Our own stable addresses of a report's parts.
 *
 * @param chart absent when there is no chart
 * @param pdf absent when there is no PDF
 */
public record Links(Optional<URI> chart, Optional<URI> pdf) {

  /** No part can be linked to. */
  public static Links none() {
    return new Links(Optional.empty(), Optional.empty());
  }
}
