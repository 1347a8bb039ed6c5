package dailyreport.fakes3;

import static dailyreport.fakes3.Digests.bytes;
import static dailyreport.fakes3.Digests.hex;
import static dailyreport.fakes3.Digests.hmac;
import static dailyreport.fakes3.Digests.sha256;

import java.util.stream.Collectors;

/**
 * The chain of signatures through a body in chunks: each covers the one before, the first that of
 * the headers, and the trailers have the last. The SDK sends bodies so over plain http.
 */
final class ChunkSignatures {
  private static final String TRAILER = "x-amz-trailer-signature";

  private final byte[] key;
  private final SignedForm form;

  ChunkSignatures(byte[] key, SignedForm form) {
    this.key = key.clone();
    this.form = form;
  }

  /** Whether every chunk and the trailers were signed with the key. */
  boolean match(byte[] framed) {
    AwsChunks body;
    try {
      body = AwsChunks.of(framed);
    } catch (IllegalArgumentException e) {
      return false;
    }
    String previous = form.signature();
    for (AwsChunks.Chunk chunk : body.chunks()) {
      String digests = hex(sha256(new byte[0])) + "\n" + hex(sha256(chunk.bytes()));
      if (!chunk.signature().equals(signed("PAYLOAD", previous, digests))) {
        return false;
      }
      previous = chunk.signature();
    }
    return !form.payload().endsWith("-TRAILER")
        || signed("TRAILER", previous, trailers(body)).equals(body.trailers().get(TRAILER));
  }

  private String signed(String what, String previous, String digests) {
    return hex(
        hmac(
            key,
            String.join(
                "\n",
                SignedForm.ALGORITHM + "-" + what,
                form.time(),
                Signature.scope(form),
                previous,
                digests)));
  }

  private static String trailers(AwsChunks body) {
    String canonical =
        body.trailers().entrySet().stream()
            .filter(trailer -> !trailer.getKey().equals(TRAILER))
            .map(trailer -> trailer.getKey() + ":" + trailer.getValue() + "\n")
            .collect(Collectors.joining());
    return hex(sha256(bytes(canonical)));
  }
}
