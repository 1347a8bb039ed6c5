package dailyreport.adapters.line;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import com.linecorp.bot.messaging.model.ShowLoadingAnimationRequest;
import dailyreport.application.port.Answer;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.Pause;
import dailyreport.application.port.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/**
 * Sends answers through the Messaging API. Records {@code line.delivery} for every answer and
 * {@code dep.call} for every request; the callers record neither.
 */
public final class LineMessenger implements Messenger {
  /** Where LINE answers. */
  public static final URI DEFAULT_BASE = URI.create("https://api.line.me");

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(3);

  /** The animation lasts 5 to 60 seconds, in steps of 5. */
  private static final int LOADING_STEP = 5;

  private static final int LONGEST_LOADING = 60;

  private final MessagingApiClient client;
  private final Sending sending;
  private final PushQuota quota;
  private final EventLog log;
  private final InstantSource clock;

  private LineMessenger(
      MessagingApiClient client, Sending sending, EventLog log, InstantSource clock) {
    this.client = client;
    this.sending = sending;
    this.quota = new PushQuota(client, sending);
    this.log = log;
    this.clock = clock;
  }

  /**
   * Opens a messenger; nothing is sent yet.
   *
   * @param base see {@link #DEFAULT_BASE}; https, or http on loopback
   */
  public static Messenger open(Secret channelToken, URI base, EventLog log, InstantSource clock) {
    return open(channelToken, base, log, clock, Pause.real());
  }

  static Messenger open(
      Secret channelToken, URI base, EventLog log, InstantSource clock, Pause pause) {
    boolean plainLoopback = "http".equals(base.getScheme()) && LOOPBACK.contains(base.getHost());
    if (!"https".equals(base.getScheme()) && !plainLoopback) {
      throw new IllegalArgumentException("LINE_API_BASE_URL must be https, or http on loopback");
    }
    SdkLoggers.silence();
    MessagingApiClient client =
        MessagingApiClient.builder(channelToken.value())
            .apiEndPoint(base)
            .usingDefaultLogger(false)
            .setEventListener(new LineConnections())
            .maxRequestsPerHost(LineConnections.AT_ONCE)
            .connectTimeout(CONNECT)
            .readTimeout(READ)
            .writeTimeout(READ)
            .build();
    return new LineMessenger(client, new Sending(log, clock, pause), log, clock);
  }

  @Override
  public Delivery reply(Incoming incoming, Answer answer, Deadline deadline) {
    var request =
        new ReplyMessageRequest.Builder(
                incoming.replyToken().value(), AnswerForm.messages(incoming, answer))
            .build();
    Sending.Sent sent =
        sending.reply(() -> client.replyMessage(request), incoming.time(), deadline);
    return recorded(answer instanceof Answer.Preparing ? "interim" : "reply", incoming, sent);
  }

  @Override
  public Delivery push(Incoming incoming, UUID retryKey, Answer answer, Deadline deadline) {
    if (!quota.allows(clock.instant(), deadline)) {
      return recorded("push", incoming, new Sending.Sent(Delivery.QUOTA, Fault.QUOTA.label()));
    }
    var request =
        new PushMessageRequest.Builder(
                incoming.source().chatId().value(), AnswerForm.messages(incoming, answer))
            .build();
    Sending.Sent sent =
        sending.push(() -> client.pushMessage(retryKey, request), incoming.time(), deadline);
    return recorded("push", incoming, sent);
  }

  @Override
  public void showLoading(Incoming incoming, Duration length, Deadline deadline) {
    if (incoming.source().kind() != Incoming.Kind.USER) {
      return;
    }
    long steps = Math.ceilDiv(Math.max(length.toSeconds(), 1), LOADING_STEP);
    var request =
        new ShowLoadingAnimationRequest.Builder(incoming.source().chatId().value())
            .loadingSeconds((int) Math.min(steps * LOADING_STEP, LONGEST_LOADING))
            .build();
    sending.once(() -> client.showLoadingAnimation(request), deadline);
  }

  private Delivery recorded(String via, Incoming incoming, Sending.Sent sent) {
    Instant now = clock.instant();
    log.record(new AppEvent.Delivered(via, sent.outcome(), Duration.between(incoming.time(), now)));
    return sent.delivery();
  }
}
