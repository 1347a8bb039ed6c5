package dailyreport.adapters.line;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dailyreport.adapters.line.LineWebhook.Verdict;
import dailyreport.contract.Examples;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whoever posts whatever: without the signature of these very bytes nothing is taken. */
class WebhookFuzz {
  private static final URI BASE = URI.create("https://bot.example");
  private static final Set<Integer> STATUSES = Set.of(400, 403, 413, 415);

  private final LineWebhook webhook =
      LineWebhook.open(SignedBodies.SECRET, _ -> {}, () -> Examples.NOW);

  @FuzzTest(maxDuration = "60s")
  void onlyTheSignatureOfTheseBytesOpensTheDoor(FuzzedDataProvider data) {
    boolean base64 = data.consumeBoolean();
    String name = data.pickValue(List.of("x-line-signature", "X-LINE-SIGNATURE", "signature"));
    String header = data.consumeString(60);
    boolean right = data.consumeBoolean();
    String before = data.pickValue(List.of("", "{\"events\":[", "{\"x\":", "{\"events\":[{\"x\":\""));
    String after = data.pickValue(List.of("", "]}", "}]}", "\"}]}"));
    byte[] body = joined(before, data.consumeRemainingAsBytes(), after);
    String signed = Base64.getEncoder().encodeToString(SignedBodies.hmac(body));
    Map<String, List<String>> headers = Map.of(name, List.of(right ? signed : header));

    Verdict verdict =
        base64
            ? webhook.receive(Base64.getEncoder().encodeToString(body), true, headers, BASE)
            : webhook.receive(body, headers, BASE);
    // The same bytes as a text that claims to be base64, which it may or may not be.
    webhook.receive(new String(body, StandardCharsets.ISO_8859_1), true, headers, BASE);

    boolean opens = right && !name.equals("signature");
    switch (verdict) {
      case Verdict.Accepted _ -> check(opens || decodes(header, body), "taken unsigned");
      case Verdict.Rejected(int status, _) -> {
        check(STATUSES.contains(status), "status " + status);
        check(!opens || status != 403, "a right signature was refused");
      }
    }
  }

  private static byte[] joined(String before, byte[] between, String after) {
    var joined = new ByteArrayOutputStream();
    joined.writeBytes(SignedBodies.bytes(before));
    joined.writeBytes(between);
    joined.writeBytes(SignedBodies.bytes(after));
    return joined.toByteArray();
  }

  private static boolean decodes(String header, byte[] body) {
    try {
      return Arrays.equals(Base64.getDecoder().decode(header), SignedBodies.hmac(body));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
