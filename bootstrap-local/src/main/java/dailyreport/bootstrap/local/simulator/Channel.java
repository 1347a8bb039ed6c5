package dailyreport.bootstrap.local.simulator;

import dailyreport.application.port.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A channel that exists as long as this process: nobody else can sign its events.
 *
 * @param secret signs events
 * @param token of the bot, for its calls
 */
public record Channel(Secret secret, Secret token) {
  private static final String ALGORITHM = "HmacSHA256";

  /** A new channel. */
  public static Channel random() {
    var ids = new Ids();
    return new Channel(new Secret(ids.hex(32)), new Secret(ids.hex(64)));
  }

  /** The header {@code x-line-signature} of a body. */
  String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
