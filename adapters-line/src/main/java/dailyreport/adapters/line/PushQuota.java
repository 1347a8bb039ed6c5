package dailyreport.adapters.line;

import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.MessageQuotaResponse;
import com.linecorp.bot.messaging.model.QuotaConsumptionResponse;
import com.linecorp.bot.messaging.model.QuotaType;
import dailyreport.application.port.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether the month's messages allow one more push: at most 90 % of them are used, read at most
 * every ten minutes (LINE allows 60 readings an hour). What cannot be read does not allow it.
 */
final class PushQuota {
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final MessagingApiClient client;
  private final Sending sending;
  private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();

  private record Reading(Instant at, boolean allows) {}

  PushQuota(MessagingApiClient client, Sending sending) {
    this.client = client;
    this.sending = sending;
  }

  boolean allows(Instant now, Deadline deadline) {
    Reading known = last.get();
    if (known != null && now.isBefore(known.at.plus(EVERY))) {
      return known.allows;
    }
    boolean allows = read(deadline);
    last.set(new Reading(now, allows));
    return allows;
  }

  private boolean read(Deadline deadline) {
    var quota = new AtomicReference<@Nullable MessageQuotaResponse>();
    var used = new AtomicReference<@Nullable QuotaConsumptionResponse>();
    sending.once(() -> keeping(client.getMessageQuota(), quota), deadline);
    MessageQuotaResponse limit = quota.get();
    if (limit == null) {
      return false;
    }
    if (limit.type() == QuotaType.NONE) {
      return true;
    }
    sending.once(() -> keeping(client.getMessageQuotaConsumption(), used), deadline);
    QuotaConsumptionResponse usage = used.get();
    return usage != null
        && usage.totalUsage() != null
        && limit.value() != null
        && usage.totalUsage() * 10 < limit.value() * 9;
  }

  private static <T> CompletableFuture<?> keeping(
      CompletableFuture<Result<T>> call, AtomicReference<@Nullable T> into) {
    return call.thenAccept(result -> into.set(result.body()));
  }
}
