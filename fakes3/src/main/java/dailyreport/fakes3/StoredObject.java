package dailyreport.fakes3;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An object as it lies in the bucket. Its tag is computed once, not for each answer. */
public final class StoredObject {
  private final byte[] bytes;
  private final String contentType;
  private final Map<String, String> metadata;
  private final String etag;

  /**
   * An object of these.
   *
   * @param bytes must not be changed afterwards
   * @param metadata user metadata, names in lower case without {@code x-amz-meta-}
   */
  public StoredObject(byte[] bytes, String contentType, Map<String, String> metadata) {
    this.bytes = bytes;
    this.contentType = contentType;
    this.metadata = Map.copyOf(metadata);
    this.etag = Bucket.etag(bytes);
  }

  public byte[] bytes() {
    return bytes;
  }

  public String contentType() {
    return contentType;
  }

  /** User metadata, names in lower case without {@code x-amz-meta-}. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Its entity tag, quotes included. */
  public String etag() {
    return etag;
  }

  /** Its bytes as UTF-8. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
