package dailyreport.bootstrap.local.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request.
 *
 * @param method such as {@code GET}
 * @param path raw, without query
 * @param headers values by name, names in any case
 * @param body at most as much of it as its route takes
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
public record Request(String method, String path, Map<String, List<String>> headers, byte[] body) {

  /** The only value of a header; empty when it is absent or given more than once. */
  public Optional<String> header(String name) {
    List<String> values =
        headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(name))
            .flatMap(header -> header.getValue().stream())
            .toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }
}
