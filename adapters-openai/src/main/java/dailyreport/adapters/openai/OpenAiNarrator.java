package dailyreport.adapters.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
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

  /** Four sections of at most 3,000 characters of Thai, about 1,150 tokens, twice over. */
  static final long MOST_OUTPUT_TOKENS = 2_500;

  private final OpenAIClient client;
  private final ModelChoice models;
  private final PriceTable prices;
  private final EventLog log;
  private final InstantSource clock;

  private OpenAiNarrator(
      OpenAIClient client,
      ModelChoice models,
      PriceTable prices,
      EventLog log,
      InstantSource clock) {
    this.client = client;
    this.models = models;
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
    return open(key, base, List.of(model), prices, log, clock);
  }

  /**
   * Opens a narrator with several models: when the provider does not know the first, the next call
   * goes to the second, and so do all others for a quarter of an hour.
   *
   * @param models at least one
   * @see #open(Secret, URI, String, PriceTable, EventLog, InstantSource)
   */
  public static Narrator open(
      Secret key,
      URI base,
      List<String> models,
      PriceTable prices,
      EventLog log,
      InstantSource clock) {
    boolean plainLoopback = "http".equals(base.getScheme()) && LOOPBACK.contains(base.getHost());
    if (!"https".equals(base.getScheme()) && !plainLoopback) {
      throw new IllegalArgumentException("OPENAI_BASE_URL must be https, or http on loopback");
    }
    var choice = new ModelChoice(models, clock);
    OpenAIClient client =
        new OpenAIClientImpl(
            ClientOptions.builder()
                .httpClient(new CappedHttp(OkHttpClient.builder().build()))
                .apiKey(key.value())
                .baseUrl(base.toString())
                .maxRetries(0)
                .logLevel(LogLevel.OFF)
                .build());
    return new OpenAiNarrator(client, choice, prices, log, clock);
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
    String model = models.now();
    String attempt = "OpenAI " + model + ", " + work;
    Instant start = clock.instant();
    Duration left = deadline.atMost(cap, start).remaining(start);
    if (left.isZero()) {
      throw Failure.unsent(attempt, Fault.TIMEOUT, "not called, no time left");
    }
    try {
      Written written = written(attempt, model, ask(model, input, left));
      record("ok", start);
      return written;
    } catch (OpenAIException e) {
      throw recorded(elsewhere(Failure.of(attempt, e), model, e), start);
    } catch (PortException.Narration e) {
      throw recorded(e, start);
    }
  }

  /** Asks to be called again where another model may know what this one's name does not say. */
  private PortException.Narration elsewhere(
      PortException.Narration failure, String model, OpenAIException thrown) {
    return thrown instanceof OpenAIServiceException answer
            && answer.statusCode() == 404
            && models.unknown(model)
        ? new PortException.Narration(
            failure.fault(), String.valueOf(failure.getMessage()), null, Duration.ZERO)
        : failure;
  }

  private StructuredResponse<NarrativeDraft> ask(String model, String input, Duration left) {
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

  /** An answer that is of no use has been paid for all the same. */
  private Written written(
      String attempt, String model, StructuredResponse<NarrativeDraft> response) {
    Usage usage = usage(model, response.rawResponse());
    try {
      return new Written(Reading.draft(attempt, response).toDraft(), usage);
    } catch (OpenAIException e) {
      throw Failure.of(attempt, e).costing(usage);
    } catch (PortException.Narration e) {
      throw e.costing(usage);
    }
  }

  private Usage usage(String model, Response response) {
    var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return Tokens.of(response)
        .map(seen ->
            new Usage(
                model,
                Prompt.VERSION,
                1,
                seen.input(),
                seen.cached(),
                seen.output(),
                prices.cost(model, today, seen.input(), seen.cached(), seen.output())))
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
