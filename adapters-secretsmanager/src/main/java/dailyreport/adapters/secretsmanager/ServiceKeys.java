package dailyreport.adapters.secretsmanager;

import dailyreport.application.port.Secret;
import java.util.Optional;

/**
 * The keys that the one secret holds. In its JSON each field is named like the variable that would
 * hold it on a developer's machine.
 *
 * @param lineChannelSecret {@code LINE_CHANNEL_SECRET}: signs webhooks
 * @param lineChannelAccessToken {@code LINE_CHANNEL_ACCESS_TOKEN}: sends messages
 * @param openAiApiKey {@code OPENAI_API_KEY}; without it the template writes every report
 * @param twelveDataApiKey {@code TWELVEDATA_API_KEY}; without it there is no second price source
 */
public record ServiceKeys(
    Secret lineChannelSecret,
    Secret lineChannelAccessToken,
    Optional<Secret> openAiApiKey,
    Optional<Secret> twelveDataApiKey) {}
