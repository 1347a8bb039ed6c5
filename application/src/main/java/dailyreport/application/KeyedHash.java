package dailyreport.application;

import dailyreport.application.port.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under a key that is derived from a secret for one purpose. */
final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private KeyedHash(byte[] key) {
    this.key = key;
  }

  /**
   * A hash for one purpose.
   *
   * @param label names the purpose; other labels give unrelated keys
   */
  static KeyedHash derivedFrom(Secret secret, String label) {
    return new KeyedHash(new KeyedHash(secret.value().getBytes(StandardCharsets.UTF_8)).of(label));
  }

  /** 32 bytes. */
  byte[] of(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
