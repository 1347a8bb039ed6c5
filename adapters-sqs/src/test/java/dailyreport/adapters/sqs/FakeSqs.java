package dailyreport.adapters.sqs;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dailyreport.application.port.Received;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * SQS on loopback: takes {@code SendMessage} in JSON 1.0 and answers with the MD5 of the body;
 * hides received jobs for three minutes of its own clock.
 */
final class FakeSqs implements ResponseDefinitionTransformerV2, AutoCloseable {
  static final URI QUEUE = URI.create("https://sqs.ap-southeast-1.example/000000000000/jobs");
  static final URI DEAD_LETTERS =
      URI.create("https://sqs.ap-southeast-1.example/000000000000/dead");
  static final Duration VISIBILITY = Duration.ofMinutes(3);

  private record Message(String id, String body, Instant sentAt, Instant visibleAt) {}

  private final WireMockServer server;
  private final InstantSource clock;
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final List<String> letters = new ArrayList<>();
  private int sent;

  FakeSqs(InstantSource clock) {
    this.clock = clock;
    this.server = new WireMockServer(wireMockConfig().dynamicPort().extensions(this));
    server.start();
    answer(any(anyUrl()).willReturn(ok().withTransformers(getName())).atPriority(10));
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  SqsClientBuilder client() {
    return SqsSender.clientBuilder()
        .endpointOverride(endpoint())
        .region(Region.AP_SOUTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("example", "example")));
  }

  /** Adds an answer that goes before the good one. */
  void answer(MappingBuilder stub) {
    server.stubFor(stub);
  }

  int requests() {
    return server.getAllServeEvents().size();
  }

  ServeEvent lastRequest() {
    return server.getAllServeEvents().getFirst();
  }

  synchronized int stored() {
    return messages.size();
  }

  /** Bodies in the queue of dead letters, oldest first. */
  synchronized List<String> letters() {
    return List.copyOf(letters);
  }

  synchronized Optional<Received> receive() {
    Instant now = clock.instant();
    for (Message message : messages.values()) {
      if (!now.isBefore(message.visibleAt())) {
        messages.put(
            message.id(),
            new Message(message.id(), message.body(), message.sentAt(), now.plus(VISIBILITY)));
        return Optional.of(JobEnvelope.read(message.id(), message.sentAt(), message.body()));
      }
    }
    return Optional.empty();
  }

  synchronized void delete(String messageId) {
    messages.remove(messageId);
  }

  @Override
  public synchronized ResponseDefinition transform(ServeEvent event) {
    String target = event.getRequest().getHeader("X-Amz-Target");
    if (!"AmazonSQS.SendMessage".equals(target)) {
      return new ResponseDefinitionBuilder().withStatus(404).build();
    }
    Map<?, ?> call = Json.read(event.getRequest().getBodyAsString(), Map.class);
    String queue = String.valueOf(call.get("QueueUrl"));
    String body = (String) call.get("MessageBody");
    int delaySeconds = (Integer) call.get("DelaySeconds");
    String id = String.format(Locale.ROOT, "00000000-0000-0000-0000-%012d", ++sent);
    Instant now = clock.instant();
    if (queue.equals(QUEUE.toString())) {
      messages.put(id, new Message(id, body, now, now.plusSeconds(delaySeconds)));
    } else if (queue.equals(DEAD_LETTERS.toString())) {
      letters.add(body);
    } else {
      return new ResponseDefinitionBuilder().withStatus(404).build();
    }
    return new ResponseDefinitionBuilder()
        .withHeader("Content-Type", "application/x-amz-json-1.0")
        .withBody(
            String.format(
                Locale.ROOT, "{\"MessageId\":\"%s\",\"MD5OfMessageBody\":\"%s\"}", id, md5(body)))
        .build();
  }

  private static String md5(String body) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public String getName() {
    return "fake-sqs";
  }

  @Override
  public void close() {
    server.stop();
  }
}
