package dailyreport.fakes3;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An object as it lies in the bucket.
 *
 * @param metadata user metadata, names in lower case without {@code x-amz-meta-}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record StoredObject(byte[] bytes, String contentType, Map<String, String> metadata) {
  public StoredObject {
    metadata = Map.copyOf(metadata);
  }

  /** Its entity tag, quotes included. */
  public String etag() {
    return Bucket.etag(bytes);
  }

  /** Its bytes as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
