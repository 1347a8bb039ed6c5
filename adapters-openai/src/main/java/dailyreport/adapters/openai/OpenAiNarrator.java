package dailyreport.adapters.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import com.openai.errors.OpenAIException;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.StructuredResponse;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Secret;
import dailyreport.domain.grounding.Violation;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Usage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes narratives with a model of OpenAI; every call is one request. Whether to call again, and
 * when, is the caller's decision.
 */
public final class OpenAiNarrator implements Narrator {
  /** Where OpenAI answers. */
  public static final URI DEFAULT_BASE = URI.create("https://api.openai.com/v1");

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration FIRST_CALL = Duration.ofSeconds(45);
  private static final Duration SECOND_CALL = Duration.ofSeconds(30);

  /** Four sections of at most 3,000 characters of Thai, with room for JSON. */
  private static final long MOST_OUTPUT_TOKENS = 2_500;

  private final OpenAIClient client;
  private final String model;
  private final PriceTable prices;
  private final EventLog log;
  private final InstantSource clock;

  private OpenAiNarrator(
      OpenAIClient client, String model, PriceTable prices, EventLog log, InstantSource clock) {
    this.client = client;
    this.model = model;
    this.prices = prices;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Opens a narrator; nothing is sent yet.
   *
   * @param base address up to the version, see {@link #DEFAULT_BASE}; https, or http on loopback
   * @param model its name at OpenAI, for example {@code gpt-4o}
   * @param prices for the cost of each call
   */
  public static Narrator open(
      Secret key, URI base, String model, PriceTable prices, EventLog log, InstantSource clock) {
    boolean plainLoopback = "http".equals(base.getScheme()) && LOOPBACK.contains(base.getHost());
    if (!"https".equals(base.getScheme()) && !plainLoopback) {
      throw new IllegalArgumentException("OPENAI_BASE_URL must be https, or http on loopback");
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("OPENAI_MODEL must not be blank");
    }
    OpenAIClient client =
        OpenAIOkHttpClient.builder()
            .apiKey(key.value())
            .baseUrl(base.toString())
            .maxRetries(0)
            .logLevel(LogLevel.OFF)
            .build();
    return new OpenAiNarrator(client, model, prices, log, clock);
  }

  @Override
  public Written write(FactSheet facts, Deadline deadline) {
    return call("write narrative " + facts.key(), Prompt.about(facts), FIRST_CALL, deadline);
  }

  @Override
  public Written repair(
      FactSheet facts, Draft rejected, List<Violation> violations, Deadline deadline) {
    return call(
        "repair narrative " + facts.key(),
        Prompt.again(facts, rejected, violations),
        SECOND_CALL,
        deadline);
  }

  private Written call(String work, String input, Duration cap, Deadline deadline) {
    String attempt = "OpenAI " + model + ", " + work;
    Instant start = clock.instant();
    Duration left = deadline.atMost(cap, start).remaining(start);
    if (left.isZero()) {
      throw Failure.of(attempt, Fault.TIMEOUT, "not called, no time left");
    }
    try {
      Written written = written(attempt, ask(input, left));
      record("ok", start);
      return written;
    } catch (OpenAIException e) {
      throw recorded(Failure.of(attempt, e), start);
    } catch (PortException.Narration e) {
      throw recorded(e, start);
    }
  }

  private StructuredResponse<NarrativeDraft> ask(String input, Duration left) {
    var params =
        ResponseCreateParams.builder()
            .model(model)
            .instructions(Prompt.STABLE)
            .input(input)
            .promptCacheKey(Prompt.CACHE_KEY)
            .maxOutputTokens(MOST_OUTPUT_TOKENS)
            .store(false)
            .text(NarrativeDraft.class)
            .build();
    Timeout timeout =
        Timeout.builder()
            .connect(left.compareTo(CONNECT) < 0 ? left : CONNECT)
            .read(left)
            .write(left)
            .request(left)
            .build();
    return client.responses().create(params, RequestOptions.builder().timeout(timeout).build());
  }

  private Written written(String attempt, StructuredResponse<NarrativeDraft> response) {
    NarrativeDraft draft = Reading.draft(attempt, response);
    return new Written(draft.toDraft(), usage(response.rawResponse()));
  }

  private Usage usage(Response response) {
    var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return response
        .usage()
        .map(seen -> {
          long cached = seen.inputTokensDetails().cachedTokens();
          return new Usage(
              model,
              Prompt.VERSION,
              1,
              seen.inputTokens(),
              cached,
              seen.outputTokens(),
              prices.cost(model, today, seen.inputTokens(), cached, seen.outputTokens()));
        })
        .orElseGet(() -> new Usage(model, Prompt.VERSION, 1, 0, 0, 0, Optional.empty()));
  }

  private PortException.Narration recorded(PortException.Narration failure, Instant start) {
    record(failure.fault().label(), start);
    return failure;
  }

  private void record(String outcome, Instant start) {
    log.record(
        new AppEvent.DependencyCall("openai", outcome, Duration.between(start, clock.instant())));
  }
}
