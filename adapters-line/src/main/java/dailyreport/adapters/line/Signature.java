package dailyreport.adapters.line;

import dailyreport.application.port.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over the raw bytes of a body, keyed with the channel secret. */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKeySpec key;

  Signature(Secret channelSecret) {
    this.key = new SecretKeySpec(channelSecret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** Whether the header is the signature of the body; takes the same time for every wrong one. */
  boolean signs(byte[] body, String header) {
    byte[] claimed;
    try {
      claimed = Base64.getDecoder().decode(header);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return claimed.length == BYTES && MessageDigest.isEqual(of(body), claimed);
  }

  private byte[] of(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
