package dailyreport.application;

import dailyreport.application.cache.Requester;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Secret;
import java.util.Base64;

/** Knows requesters again without knowing who they are. */
final class Requesters {
  private static final String LABEL = "dailyreport/requesters/1";

  private final KeyedHash hash;

  Requesters(Secret channelSecret) {
    this.hash = KeyedHash.derivedFrom(channelSecret, LABEL);
  }

  /** The person where the platform tells who it is, else the chat. */
  Requester of(Incoming.Source source) {
    Secret id = source.userId().orElse(source.chatId());
    return Requester.of(
        Base64.getUrlEncoder().withoutPadding().encodeToString(hash.of(id.value())));
  }
}
