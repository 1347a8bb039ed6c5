package dailyreport.adapters.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.common.Json;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import dailyreport.contract.ExampleJobs;
import dailyreport.contract.Examples;
import dailyreport.contract.JobQueueContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

class SqsJobQueueTest implements JobQueueContract {
  private Instant now = Examples.NOW;
  private final FakeSqs sqs = new FakeSqs(() -> now);
  private final JobQueue queue =
      new SqsJobQueue(new SqsSender(sqs.client().build(), FakeSqs.QUEUE, () -> now));

  @AfterEach
  void stop() {
    sqs.close();
  }

  @Test
  void jobTravelsInTheBodyAndNowhereElse() {
    queue.send(ExampleJobs.answer(), Duration.ofMillis(1), deadline());
    var request = sqs.lastRequest().getRequest();
    Map<?, ?> call = Json.read(request.getBodyAsString(), Map.class);
    assertThat(call.keySet()).isEqualTo(Set.of("QueueUrl", "MessageBody", "DelaySeconds"));
    assertThat(call.get("DelaySeconds")).isEqualTo(1);
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-amz-json-1.0");
    assertThat(request.getHeaders().toString()).doesNotContain(ExampleJobs.CANARY);
    assertThat(request.getUrl()).doesNotContain(ExampleJobs.CANARY);
  }

  @Test
  void oneJobIsOneRequest() {
    queue.send(ExampleJobs.refresh(), Duration.ZERO, deadline());
    assertThat(sqs.requests()).isEqualTo(1);
  }

  @Test
  void passedDeadlineSendsNoRequest() {
    assertThatExceptionOfType(PortException.Queue.class)
        .isThrownBy(() -> queue.send(ExampleJobs.answer(), Duration.ZERO, new Deadline(now)));
    assertThat(sqs.requests()).isZero();
  }

  @Test
  void openTakesRegionAndCredentialsFromTheEnvironment() {
    JobQueue opened = SqsJobQueue.open(FakeSqs.QUEUE, sqs.endpoint(), () -> now);
    opened.send(ExampleJobs.refresh(), Duration.ZERO, deadline());
    assertThat(sqs.stored()).isEqualTo(1);
    assertThat(sqs.lastRequest().getRequest().getHeader("Authorization"))
        .contains("Credential=example/", "/ap-southeast-1/sqs/");
  }

  @Test
  void openFollowsTheSdksOwnEndpointSetting() {
    // The property stands for AWS_ENDPOINT_URL_SQS; a test cannot set a variable of its own JVM.
    System.setProperty("aws.endpointUrlSqs", sqs.endpoint().toString());
    try {
      JobQueue opened = SqsJobQueue.open(FakeSqs.QUEUE, () -> now);
      opened.send(ExampleJobs.refresh(), Duration.ZERO, deadline());
    } finally {
      System.clearProperty("aws.endpointUrlSqs");
    }
    assertThat(sqs.stored()).isEqualTo(1);
  }

  @Test
  void absentCredentialsAreToldAtStart() {
    // No aws.accessKeyId property is set in this JVM, so this provider has nothing.
    var nothing = SystemPropertyCredentialsProvider.create();
    assertThatExceptionOfType(PortException.Queue.class)
        .isThrownBy(() -> SqsSender.open(sqs.client(), nothing, FakeSqs.QUEUE, () -> now))
        .withMessageContaining("AWS_ACCESS_KEY_ID")
        .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.CONFIG));
    assertThat(sqs.requests()).isZero();
  }

  private Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(10), now);
  }

  @Override
  public JobQueue queue() {
    return queue;
  }

  @Override
  public Optional<Received> receive() {
    return sqs.receive();
  }

  @Override
  public void acknowledge(Received received) {
    sqs.delete(received.jobId());
  }

  @Override
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Duration visibility() {
    return FakeSqs.VISIBILITY;
  }
}
