package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Answer;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Messenger.Delivery;
import org.junit.jupiter.api.Test;

class RecordingMessengerTest implements MessengerContract {
  private final RecordingMessenger messenger = new RecordingMessenger(() -> Examples.NOW);

  @Override
  public Messenger messenger() {
    return messenger;
  }

  @Override
  public void platformIs(Platform state) {
    switch (state) {
      case WELL -> {}
      case TOKENS_DEAD -> messenger.ends(Delivery.TOKEN_DEAD);
      case SILENT -> messenger.ends(Delivery.AMBIGUOUS);
      case MONTH_USED_UP -> messenger.ends(Delivery.QUOTA);
      case PERSON_GONE -> messenger.ends(Delivery.REFUSED);
    }
  }

  @Override
  public int arrived() {
    return messenger.arrived().size();
  }

  @Override
  public int animations() {
    return messenger.animations().size();
  }

  @Test
  void aTokenIsGoodForOneReply() {
    var incoming = Answers.incoming("e", AGE);

    assertThat(messenger.reply(incoming, new Answer.Help(), DEADLINE))
        .isEqualTo(Delivery.DELIVERED);
    assertThat(messenger.reply(incoming, new Answer.Hint(), DEADLINE))
        .isEqualTo(Delivery.TOKEN_DEAD);
    assertThat(messenger.arrived())
        .containsExactly(
            new RecordingMessenger.Sent(RecordingMessenger.Via.REPLY, incoming, new Answer.Help()));
    assertThat(messenger.attempts()).isEqualTo(2);
  }
}
