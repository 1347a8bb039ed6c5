package dailyreport.adapters.line;

import static dailyreport.adapters.line.SignedBodies.bytes;
import static dailyreport.adapters.line.SignedBodies.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.adapters.line.LineWebhook.Verdict;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Secret;
import dailyreport.contract.Examples;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is not from LINE, or too late, leaves one line in the log and no other trace. */
class RefusedWebhookTest {
  private static final LinePlatform PLATFORM = new LinePlatform();

  private final WholeBot bot = new WholeBot(PLATFORM);
  private final byte[] asked = bytes(SignedBodies.body(bot.person().text("DBS19").toString()));

  @AfterAll
  static void stop() {
    PLATFORM.close();
  }

  @Test
  void forged() {
    assertRefused(403, bot.receives(asked, signed(bytes("another body"))));
    assertTrace(new AppEvent.WebhookRejected("signature"));
  }

  @Test
  void forgedWithAHeaderThatIsNoBase64() {
    assertRefused(403, bot.receives(asked, Map.of("x-line-signature", List.of("ลายเซ็น"))));
    assertTrace(new AppEvent.WebhookRejected("signature"));
  }

  @Test
  void signedWithAnEmptySecret() {
    assertThatThrownBy(() -> LineWebhook.open(new Secret(" "), _ -> {}, () -> Examples.NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertRefused(
        403,
        bot.receives(
            asked,
            Map.of("x-line-signature", List.of(Base64.getEncoder().encodeToString(new byte[32])))));
    assertTrace(new AppEvent.WebhookRejected("signature"));
  }

  @Test
  void unsigned() {
    assertRefused(403, bot.receives(asked, Map.of()));
    assertTrace(new AppEvent.WebhookRejected("unsigned"));
  }

  @Test
  void huge() {
    byte[] huge = new byte[6 << 20];
    assertRefused(413, bot.receives(huge, signed(huge)));
    assertTrace(new AppEvent.WebhookRejected("size"));
  }

  @Test
  void garbled() {
    byte[] garbled = bytes("{\"events\":[{\"type\":");
    assertRefused(400, bot.receives(garbled, signed(garbled)));
    assertTrace(new AppEvent.WebhookRejected("json"));
  }

  @Test
  void staleByTwentyFiveMinutes() {
    bot.clock.advance(Duration.ofMinutes(25));
    assertThat(bot.receives(asked, signed(asked))).isEqualTo(new Verdict.Accepted(List.of()));
    assertTrace(new AppEvent.EventSkipped("old"));
  }

  @Test
  void theSameBodyUnforgedIsAnswered() {
    bot.receives(asked, signed(asked));
    bot.works();
    assertThat(PLATFORM.shown()).hasSize(1);
  }

  private static void assertRefused(int status, Verdict verdict) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Rejected.class, refused -> assertThat(refused.status()).isEqualTo(status));
  }

  private void assertTrace(AppEvent only) {
    bot.works();
    assertThat(bot.events.events()).containsExactly(only);
    assertThat(PLATFORM.shown()).isEmpty();
    assertThat(PLATFORM.animations() + bot.queued() + bot.market.calls()).isZero();
    assertThat(bot.claims.wire().calls()).isEmpty();
  }
}
