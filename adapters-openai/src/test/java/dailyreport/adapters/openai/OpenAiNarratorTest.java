package dailyreport.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.Secret;
import dailyreport.contract.Examples;
import dailyreport.contract.NarratorContract;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.report.Draft;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenAiNarratorTest implements NarratorContract {
  private final ModelStub stub = new ModelStub();
  private final List<AppEvent> events = new CopyOnWriteArrayList<>();
  private final Narrator narrator = open(stub.base(), "gpt-4o");

  private Narrator open(URI base, String model) {
    return OpenAiNarrator.open(
        new Secret("sk-canary"),
        base,
        model,
        PriceTable.bundled(),
        events::add,
        () -> Examples.NOW);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Override
  public Narrator narrator() {
    return narrator;
  }

  @Override
  public void modelWrites(Draft draft) {
    stub.completes(ModelStub.json(draft));
  }

  @Override
  public void modelFails(Fault fault) {
    switch (fault) {
      case THROTTLED -> stub.answers(429, ModelStub.error("rate_limit_exceeded", "requests"));
      case ERROR -> stub.answers(500, ModelStub.error("server_error", "server_error"));
      case TRUNCATED ->
          stub.answers(
              200,
              ModelStub.response(
                  "incomplete",
                  "{\"reason\":\"max_output_tokens\"}",
                  ModelStub.outputText(ModelStub.json(DRAFT))));
      case REFUSED ->
          stub.answers(
              200,
              ModelStub.response(
                  "completed", "null", "{\"type\":\"refusal\",\"refusal\":\"ปริมาณเบาบาง\"}"));
      case MALFORMED -> stub.completes("{\"a_story\":\"ปริมาณเบาบาง สิบเปอร์เซ็นต์ลับ");
      default -> throw new IllegalArgumentException("no stub for " + fault);
    }
  }

  @Override
  public int modelCalls() {
    return stub.calls();
  }

  @Test
  void theRequestHasAStrictSchemaACacheKeyAndNoTools() throws Exception {
    modelWrites(DRAFT);
    narrator.write(FACTS, DEADLINE);

    JsonNode body = new ObjectMapper().readTree(stub.lastBody());
    JsonNode format = body.at("/text/format");
    assertThat(format.get("type").asText()).isEqualTo("json_schema");
    assertThat(format.get("strict").asBoolean()).isTrue();
    assertThat(format.at("/schema/additionalProperties").asBoolean(true)).isFalse();
    assertThat(format.at("/schema/required").valueStream().map(JsonNode::asText))
        .containsExactly("a_story", "b_insights", "c_action", "d_risks");
    assertThat(format.at("/schema/properties").propertyStream().map(entry -> entry.getKey()))
        .containsExactly("a_story", "b_insights", "c_action", "d_risks");
    assertThat(body.get("model").asText()).isEqualTo("gpt-4o");
    assertThat(body.get("prompt_cache_key").asText()).isEqualTo("dailyreport-narrative-v2");
    assertThat(body.get("max_output_tokens").asInt()).isEqualTo(2500);
    assertThat(body.get("store").asBoolean(true)).isFalse();
    assertThat(body.has("tools")).isFalse();
    assertThat(stub.lastHeader("Authorization")).isEqualTo("Bearer sk-canary");
  }

  @Test
  void theFirstPartIsTheSameForEveryReport() throws Exception {
    modelWrites(DRAFT);
    var mapper = new ObjectMapper();
    narrator.write(FACTS, DEADLINE);
    JsonNode first = mapper.readTree(stub.lastBody());
    var other = Examples.instrument("NINTENDO19", "7974.T", Exchange.TSE, "JPY");
    narrator.write(Examples.report(other, 320, 9000, 7).facts(), DEADLINE);
    JsonNode second = mapper.readTree(stub.lastBody());
    narrator.repair(FACTS, DRAFT, VIOLATIONS, DEADLINE);
    JsonNode third = mapper.readTree(stub.lastBody());

    assertThat(second.get("instructions"))
        .isEqualTo(first.get("instructions"))
        .isEqualTo(third.get("instructions"));
    assertThat(first.get("text")).isEqualTo(second.get("text")).isEqualTo(third.get("text"));
    assertThat(first.get("instructions").asText()).doesNotContain("DBS", "D05", "SGX", "2025");
    assertThat(first.get("input").asText()).contains("DBS19", "D05.SI", "2025-11-11");
    assertThat(third.get("input").asText()).startsWith(first.get("input").asText());
  }

  @Test
  void usageAndCostComeFromTheResponse() {
    modelWrites(DRAFT);

    var usage = narrator.write(FACTS, DEADLINE).usage();

    assertThat(usage.model()).isEqualTo("gpt-4o");
    assertThat(usage.promptVersion()).isEqualTo("narrative-v2");
    assertThat(usage.inputTokens()).isEqualTo(10_000);
    assertThat(usage.cachedTokens()).isEqualTo(8_064);
    assertThat(usage.outputTokens()).isEqualTo(2_000);
    // report.md, section 12: 10,000 in (8,064 cached), 2,000 out at 2.50/1.25/10.00
    assertThat(usage.costUsd()).contains(new BigDecimal("0.03492"));
  }

  @Test
  void aModelWithoutPriceHasTokensButNoCost() {
    modelWrites(DRAFT);

    var usage = open(stub.base(), "made-up-model").write(FACTS, DEADLINE).usage();

    assertThat(usage.outputTokens()).isEqualTo(2_000);
    assertThat(usage.costUsd()).isEmpty();
  }

  @Test
  void aVeryLongTextIsLeftToTheCheckAndEchoedOnlyInPart() {
    String flood = "ก".repeat(30_000);
    stub.completes(
        "{\"a_story\":\"%s\",\"b_insights\":[\"ข\"],\"c_action\":\"ค\",\"d_risks\":[\"ง\"]}"
            .formatted(flood));

    Draft draft = narrator.write(FACTS, DEADLINE).draft();
    assertThat(draft.sections().getFirst().paragraphs().getFirst()).hasSize(30_000);

    modelWrites(DRAFT);
    narrator.repair(FACTS, draft, VIOLATIONS, DEADLINE);
    assertThat(stub.lastBody()).hasSizeLessThan(25_000);
    assertThat(stub.calls()).isEqualTo(2);
  }

  @Test
  void everyCallIsRecordedWithItsOutcome() {
    modelWrites(DRAFT);
    narrator.write(FACTS, DEADLINE);
    modelFails(Fault.TRUNCATED);
    assertThatThrownBy(() -> narrator.write(FACTS, DEADLINE)).isNotNull();

    assertThat(events)
        .extracting(event -> ((AppEvent.DependencyCall) event).outcome())
        .containsExactly("ok", "truncated");
  }

  @Test
  void plainHttpIsForLoopbackOnly() {
    assertThatThrownBy(() -> open(URI.create("http://models.example/v1"), "gpt-4o"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
    assertThat(open(URI.create("http://localhost:1/v1"), "gpt-4o")).isNotNull();
    assertThat(open(OpenAiNarrator.DEFAULT_BASE, "gpt-4o")).isNotNull();
  }
}
