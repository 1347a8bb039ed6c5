package dailyreport.adapters.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A whole conversation with its faults, heard at every level of every logger: the channel's secret
 * and token, reply tokens, chats and people all have "canary" in their names, and so has a word
 * that is typed. TM10 and TM20.
 */
class NothingPersonalIsLoggedTest {

  @Test
  void whateverHappensInAConversation() {
    List<String> lines;
    WholeBot bot;
    try (var platform = new LinePlatform();
        var logs = new CapturedLogs()) {
      Logger.getLogger("probe").fine("probe");
      bot = new WholeBot(platform, true);
      converse(bot);
      lines = logs.lines();
    }

    assertThat(bot.platform.shown()).hasSizeGreaterThan(5);
    // WireMock's server runs in the same process and logs what it serves.
    assertThat(lines)
        .filteredOn(line -> !line.startsWith("org.eclipse.jetty."))
        .anyMatch(line -> line.contains("probe"))
        .noneMatch(line -> line.contains("canary"))
        .noneMatch(line -> line.contains("DBS19"));
    assertThat(bot.events.events().toString()).doesNotContain("canary");
  }

  private static void converse(WholeBot bot) {
    Chat person = bot.person();
    person.types("canary").types("DBS19\r\nERROR canary").types("help").types("DBS19");
    person.sends("sticker").taps("canary").happens("follow");
    Chat.group(bot).types("canary").types("DBS19").mentions("canary");
    Chat.room(bot).mentions("uob19");

    ObjectNode dead = person.text("SIA19");
    bot.platform.kills(dead.get("replyToken").asText());
    person.happens(dead);
    bot.platform.losesAnswers(3);
    person.types("SGX19");
    bot.platform.failsAtFirst(3);
    person.types("SEMB19");
    bot.receives(SignedBodies.bytes("{\"events\":[{\"userId\":\"canary\""), Map.of());
    bot.receives(person.text("STEG19").put("timestamp", "canary").toString());
    bot.receives(person.text("VENTURE19").toString());
    bot.clock.advance(Duration.ofSeconds(55));
    bot.works();
  }
}
