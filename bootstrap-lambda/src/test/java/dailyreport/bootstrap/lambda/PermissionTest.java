package dailyreport.bootstrap.lambda;

import static dailyreport.bootstrap.lambda.Requests.body;
import static dailyreport.bootstrap.lambda.Requests.bytes;
import static dailyreport.bootstrap.lambda.Requests.request;
import static dailyreport.bootstrap.lambda.Requests.signed;
import static dailyreport.bootstrap.lambda.Requests.tapped;
import static dailyreport.bootstrap.lambda.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.bootstrap.lambda.Config.Handler;
import dailyreport.bootstrap.lambda.Policy.Need;
import dailyreport.bootstrap.lambda.Policy.Right;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The requests of a day of both functions against the policies of their roles. The day has all that
 * the functions do: hit, miss, generation, stale report, refresh, rebuild, links, a late tap, an
 * event that comes twice, a job that is given up, invalidation, pre-warming, the digest.
 */
class PermissionTest {
  private static final String NO_RESULT = "{\"batchItemFailures\":[]}";
  private static final String PDF = "reports/DBS19/2025-11-11.pdf";
  private static final Pattern LINK =
      Pattern.compile("/r/(?:pdf|chart)/DBS19/2025-11-11/[A-Za-z0-9_-]{43}");

  /** Rights that AWS uses in the name of the role, before or after our code runs. */
  private static final Map<String, String> USED_BY_AWS =
      Map.of(
          "logs:CreateLogStream", "what the function prints",
          "logs:PutLogEvents", "what the function prints",
          "sqs:ReceiveMessage",
              "event source mapping: AWSLambdaSQSQueueExecutionRole has these three",
          "sqs:DeleteMessage", "event source mapping",
          "sqs:GetQueueAttributes", "event source mapping",
          "sns:Publish", "destination of the digest's result");

  @TempDir static Path dir;
  private static AwsRequests aws;

  @BeforeAll
  static void aDayOfBothFunctions() {
    aws = new AwsRequests(dir);
    aMissIsMadeOnceAndThenAHit();
    linksOpenAndWhatIsLostIsMadeAgain();
    aStaleReportIsRenewed();
    whatIsNoJobIsGivenUp();
    operatorsAndSchedules();
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  private static void aMissIsMadeOnceAndThenAHit() {
    asks("E1");
    assertThat(aws.worksOffTheNewestJob("m-1")).isEqualTo(NO_RESULT);
    assertThat(aws.worksOffTheNewestJob("m-2")).as("comes twice").isEqualTo(NO_RESULT);
    asks("E2");
    assertThat(aws.world.bodies(StubWorld.REPLY)).hasSize(2);
    assertThat(aws.s3.keys())
        .contains("dedup/E1", PDF, "cache/control/budget-2025-11-11.json")
        .noneMatch(key -> key.startsWith("cache/leases/"));
  }

  private static void linksOpenAndWhatIsLostIsMadeAgain() {
    List<String> links =
        LINK.matcher(text(aws.world.bodies(StubWorld.REPLY).getFirst()))
            .results()
            .map(found -> found.group())
            .distinct()
            .toList();
    assertThat(links).hasSize(2);
    for (String lost : List.of("none", "cache/reports/DBS19/2025-11-11/chart.b64", PDF)) {
      aws.s3.uproot(lost);
      int jobs = aws.world.jobs().size();
      links.forEach(link -> aws.invoke(Handler.WEBHOOK, request("GET", link)));
      if (aws.world.jobs().size() > jobs) {
        assertThat(aws.world.jobs().getFirst()).contains("\"kind\":\"rebuild\"");
        assertThat(aws.worksOffTheNewestJob("m-" + lost.length())).isEqualTo(NO_RESULT);
      }
    }
    assertThat(aws.s3.keys()).contains("cache/reports/DBS19/2025-11-11/chart.b64");
  }

  private static void aStaleReportIsRenewed() {
    aws.clock.advance(Duration.ofHours(2)); // the cap on its life is one
    asks("E3");
    assertThat(aws.world.jobs().getFirst()).contains("\"kind\":\"refresh\"");
    assertThat(aws.worksOffTheNewestJob("m-3")).isEqualTo(NO_RESULT);
    aws.invoke(Handler.WEBHOOK, signed(body(tapped("E4", "DBS19", "2025-11-10", now()))));
  }

  private static void whatIsNoJobIsGivenUp() {
    assertThat(aws.worksOff("m-4", "canary")).isEqualTo(NO_RESULT);
    assertThat(aws.world.deadLetters())
        .singleElement()
        .asString()
        .contains("\"jobId\":\"m-4\"", "\"reason\":\"malformed\"")
        .doesNotContain("canary");
  }

  private static void operatorsAndSchedules() {
    for (String event :
        List.of(
            "\"digest\"",
            "\"prewarm\",\"group\":\"asia\"",
            "\"invalidate\",\"strength\":\"soft\",\"scope\":\"all\"",
            "\"invalidate\",\"strength\":\"hard\",\"scope\":\"ticker\",\"ticker\":\"DBS19\"")) {
      aws.invoke(Handler.WORKER, bytes("{\"v\":\"1\",\"event\":" + event + "}"));
    }
    assertThat(aws.s3.keys()).noneMatch(key -> key.startsWith("cache/reports/"));
  }

  private static void asks(String eventId) {
    aws.invoke(Handler.WEBHOOK, signed(body(Requests.typed(eventId, "dbs19", now()))));
  }

  private static Instant now() {
    return aws.clock.instant();
  }

  @ParameterizedTest
  @EnumSource
  void everyRequestIsAllowedByTheRoleOfItsFunction(Handler handler) throws IOException {
    Policy policy = Policy.of(handler);
    assertThat(aws.needs(handler)).hasSizeGreaterThan(8).allMatch(policy::allows);
  }

  @ParameterizedTest
  @EnumSource
  void everyRightOfARoleIsUsedByItsFunctionOrByAwsInItsName(Handler handler) throws IOException {
    assertThat(Policy.of(handler).unused(aws.needs(handler)))
        .allMatch(right -> USED_BY_AWS.containsKey(right.action()));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT cache/reports/DBS19/2025-11-11/report.json 200",
    "PUT dedup/E1 200",
    "DELETE cache/leases/DBS19/2025-11-11 204",
    "GET dedup/E1 200",
    "GET package/dailyreport.zip 200",
    "GET package/dailyreport.zip 404",
    "LIST package/ 200"
  })
  void aRequestThatTheWebhookMustNotMakeWouldBeSeen(String planted) throws IOException {
    Policy webhook = Policy.of(Handler.WEBHOOK);
    assertThat(Need.of(planted)).anyMatch(need -> !webhook.allows(need));
  }

  @Test
  void aRightTooManyWouldBeSeen() throws IOException {
    String planted =
        """
        {"Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:DeleteObject"],
         "Resource":["${bucket}/reports/*","${bucket}/package/*"]}]}
        """;
    assertThat(Policy.read(planted).unused(Need.of("GET " + PDF + " 200")))
        .extracting(Right::action, Right::resource)
        .extracting(Object::toString)
        .containsExactly(
            "(\"s3:GetObject\", \"${bucket}/package/*\")",
            "(\"s3:DeleteObject\", \"${bucket}/reports/*\")",
            "(\"s3:DeleteObject\", \"${bucket}/package/*\")");
  }

  @Test
  void whatAwsDoesInTheNameOfARoleIsNotDoneByOurCodeToo() {
    Set<String> ours =
        Set.copyOf(
            List.of(Handler.values()).stream()
                .flatMap(handler -> aws.needs(handler).stream())
                .map(Need::action)
                .toList());
    assertThat(ours).doesNotContainAnyElementsOf(USED_BY_AWS.keySet());
  }
}
