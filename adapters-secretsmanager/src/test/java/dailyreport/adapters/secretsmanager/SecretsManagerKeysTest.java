package dailyreport.adapters.secretsmanager;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import dailyreport.application.port.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class SecretsManagerKeysTest {
  private static final String NAME = "dailyreport/keys";
  private static final String PREFIX = "Secrets Manager GetSecretValue dailyreport/keys: ";
  private static final String CANARY = "c4n4ry";
  private static final Duration AMPLE = Duration.ofSeconds(20);

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void everyKeyOfTheSecretIsReadWithOneRequest() {
    answer(holding(keys()));
    assertThat(read(AMPLE))
        .isEqualTo(
            new ServiceKeys(
                new Secret(CANARY + "-secret"),
                new Secret(CANARY + "-token/+="),
                Optional.of(new Secret(CANARY + "-openai")),
                Optional.of(new Secret(CANARY + "-twelve"))));
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void keysOfDataServicesMayBeAbsentAndOtherFieldsAreIgnored() {
    Map<String, Object> keys = keys();
    keys.remove("OPENAI_API_KEY");
    keys.remove("TWELVEDATA_API_KEY");
    keys.put("NOTE", Map.of("LINE_CHANNEL_SECRET", "another"));
    answer(holding(keys));
    ServiceKeys read = read(AMPLE);
    assertThat(read.lineChannelSecret()).isEqualTo(new Secret(CANARY + "-secret"));
    assertThat(read.openAiApiKey()).isEmpty();
    assertThat(read.twelveDataApiKey()).isEmpty();
  }

  @Test
  void keysDoNotPrintThemselves() {
    answer(holding(keys()));
    assertThat(read(AMPLE).toString()).contains("Secret(***)").doesNotContain(CANARY);
  }

  @Test
  void readFollowsTheSdksOwnEndpointSetting() {
    answer(holding(keys()));
    // The property stands for AWS_ENDPOINT_URL_SECRETS_MANAGER.
    System.setProperty("aws.endpointUrlSecretsManager", endpoint().toString());
    try {
      assertThat(SecretsManagerKeys.read(NAME, AMPLE).openAiApiKey()).isPresent();
    } finally {
      System.clearProperty("aws.endpointUrlSecretsManager");
    }
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void fieldThatIsMissingIsNamed() {
    for (String field : new String[] {"LINE_CHANNEL_SECRET", "LINE_CHANNEL_ACCESS_TOKEN"}) {
      Map<String, Object> keys = keys();
      keys.remove(field);
      answer(holding(keys));
      assertThat(refused(AMPLE)).isEqualTo(field + " is missing as MALFORMED");
    }
  }

  @Test
  void fieldThatIsUnusableIsNamedAndNotQuoted() {
    for (String field : keys().keySet()) {
      Object[] unusable = {
        "", " ", CANARY + "\n", " " + CANARY, CANARY + "\u200b", 7, true, new String[] {CANARY}
      };
      for (Object value : unusable) {
        Map<String, Object> keys = keys();
        keys.put(field, value);
        answer(holding(keys));
        assertThat(refused(AMPLE))
            .startsWith(field + " must be a text of visible ASCII")
            .endsWith("as MALFORMED");
      }
    }
  }

  @Test
  void textThatIsNoSingleObjectIsRefusedAndNotQuoted() {
    String twice = "{\"LINE_CHANNEL_SECRET\":\"a\",\"LINE_CHANNEL_SECRET\":\"" + CANARY + "\"}";
    String[] texts = {
      "",
      CANARY,
      "\"" + CANARY + "\"",
      "[\"" + CANARY + "\"]",
      "{",
      "{\"a\":" + CANARY + "}",
      twice,
      "{} " + CANARY,
      "{\"a\":".repeat(1_000)
    };
    for (String text : texts) {
      answer(ok(Json.write(Map.of("Name", NAME, "SecretString", text))));
      assertThat(refused(AMPLE)).endsWith("as MALFORMED");
    }
  }

  @Test
  void binarySecretIsRefused() {
    answer(ok("{\"Name\":\"" + NAME + "\",\"SecretBinary\":\"YzRuNHJ5\"}"));
    assertThat(refused(AMPLE)).isEqualTo("holds no text as MALFORMED");
  }

  @Test
  void deniedIsTriedOnce() {
    answer(service("AccessDeniedException"));
    assertThat(refused(AMPLE)).isEqualTo("HTTP 400 AccessDeniedException as PERMISSION");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void secretThatIsNotThereIsTriedOnce() {
    answer(service("ResourceNotFoundException"));
    assertThat(refused(AMPLE)).isEqualTo("HTTP 400 ResourceNotFoundException as NOT_FOUND");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void keyThatCannotBeUsedIsTriedOnce() {
    answer(service("DecryptionFailure"));
    assertThat(refused(AMPLE)).isEqualTo("HTTP 400 DecryptionFailure as REFUSED");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void throttleIsTriedThreeTimes() {
    answer(service("ThrottlingException"));
    assertThat(refused(AMPLE)).isEqualTo("HTTP 400 ThrottlingException as THROTTLED");
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void serverFaultIsTriedThreeTimes() {
    answer(serverError());
    assertThat(refused(AMPLE)).isEqualTo("HTTP 500 without a code as ERROR");
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void oneDroppedConnectionIsHealed() {
    server.stubFor(
        call()
            .inScenario("heals")
            .whenScenarioStateIs(STARTED)
            .willReturn(aResponse().withFault(CONNECTION_RESET_BY_PEER))
            .willSetStateTo("well"));
    server.stubFor(
        call().inScenario("heals").whenScenarioStateIs("well").willReturn(holding(keys())));
    assertThat(read(AMPLE).openAiApiKey()).isPresent();
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void silenceEndsWithTheTimeout() {
    answer(holding(keys()).withFixedDelay(30_000));
    assertThat(refused(Duration.ofMillis(500)))
        .isEqualTo("no answer within the time-out as TIMEOUT");
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void answerThatIsNoJsonIsNotQuoted() {
    answer(ok("{\"SecretString\": qu0ted}"));
    assertThat(refused(AMPLE))
        .startsWith("no usable answer, ")
        .endsWith("as ERROR")
        .doesNotContain("qu0ted");
  }

  @Test
  void absentCredentialsAreToldWithoutARequest() {
    // No aws.accessKeyId property is set in this JVM, so this provider has nothing.
    var nothing = SystemPropertyCredentialsProvider.create();
    var builder =
        SecretsManagerKeys.builder().endpointOverride(endpoint()).region(Region.AP_SOUTHEAST_1);
    var seen =
        catchThrowableOfType(
            UnreadableSecretException.class,
            () -> SecretsManagerKeys.read(builder, nothing, NAME, AMPLE));
    assertThat(seen).hasMessageContaining("AWS_ACCESS_KEY_ID");
    assertThat(requests()).isZero();
  }

  @Test
  void sdkLogsNoValue() throws IOException {
    answer(holding(keys()));
    read(AMPLE);
    answer(ok("{\"SecretString\":\"{" + CANARY + "\"}"));
    refused(AMPLE);
    String log = Files.readString(Path.of(System.getProperty("org.slf4j.simpleLogger.logFile")));
    assertThat(log).contains("software.amazon.awssdk").doesNotContain(CANARY);
  }

  private static Map<String, Object> keys() {
    var keys = new LinkedHashMap<String, Object>();
    keys.put("LINE_CHANNEL_SECRET", CANARY + "-secret");
    keys.put("LINE_CHANNEL_ACCESS_TOKEN", CANARY + "-token/+=");
    keys.put("OPENAI_API_KEY", CANARY + "-openai");
    keys.put("TWELVEDATA_API_KEY", CANARY + "-twelve");
    return keys;
  }

  private static MappingBuilder call() {
    return post(urlEqualTo("/"))
        .withHeader("X-Amz-Target", equalTo("secretsmanager.GetSecretValue"))
        .withRequestBody(equalToJson("{\"SecretId\":\"" + NAME + "\"}"));
  }

  private void answer(ResponseDefinitionBuilder response) {
    server.stubFor(call().willReturn(response));
  }

  private static ResponseDefinitionBuilder holding(Map<String, Object> keys) {
    return ok(Json.write(Map.of("Name", NAME, "SecretString", Json.write(keys))));
  }

  private static ResponseDefinitionBuilder service(String type) {
    return jsonResponse("{\"__type\":\"" + type + "\",\"message\":\"no\"}", 400);
  }

  private ServiceKeys read(Duration timeout) {
    return SecretsManagerKeys.read(NAME, endpoint(), timeout);
  }

  /** What a read of this secret is refused with; it must end in good time. */
  private String refused(Duration timeout) {
    var seen =
        assertTimeoutPreemptively(
            Duration.ofSeconds(15),
            () -> catchThrowableOfType(UnreadableSecretException.class, () -> read(timeout)));
    assertThat(seen).hasNoCause().hasMessageStartingWith(PREFIX);
    assertThat(seen.getMessage()).doesNotContain(CANARY);
    return seen.getMessage().substring(PREFIX.length()) + " as " + seen.fault();
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  private int requests() {
    return server.getAllServeEvents().size();
  }
}
