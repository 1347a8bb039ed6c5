package dailyreport.fakes3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Objects with their conditions, as S3 documents them; every method is atomic. */
final class Bucket {
  private final Map<String, StoredObject> objects = new TreeMap<>();

  synchronized Optional<StoredObject> get(String key) {
    return Optional.ofNullable(objects.get(key));
  }

  synchronized List<String> keys(String prefix) {
    return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  /** 200, or 404 or 412 when a condition does not hold, or 501 for one that S3 has not. */
  synchronized int put(
      String key, StoredObject object, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
    if (ifNoneMatch != null && !ifNoneMatch.equals("*")) {
      return 501;
    }
    if (ifNoneMatch != null && objects.containsKey(key)) {
      return 412;
    }
    int status = matches(key, ifMatch);
    if (status == 200) {
      objects.put(key, object);
    }
    return status;
  }

  /** 204, or 404 or 412 when a condition does not hold. */
  synchronized int delete(String key, @Nullable String ifMatch) {
    int status = matches(key, ifMatch);
    if (status != 200) {
      return status;
    }
    objects.remove(key);
    return 204;
  }

  private int matches(String key, @Nullable String ifMatch) {
    if (ifMatch == null) {
      return 200;
    }
    StoredObject there = objects.get(key);
    if (there == null) {
      return 404;
    }
    return ifMatch.equals(there.etag()) ? 200 : 412;
  }

  /** The MD5 in quotes, as S3 gives it to objects written in one request. */
  static String etag(byte[] bytes) {
    try {
      byte[] md5 = MessageDigest.getInstance("MD5").digest(bytes);
      return '"' + HexFormat.of().formatHex(md5) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
