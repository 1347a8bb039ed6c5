package dailyreport.adapters.secretsmanager;

import dailyreport.application.port.Fault;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/**
 * Reads {@link ServiceKeys} from AWS Secrets Manager: one {@code GetSecretValue}, then the client
 * is closed. A key changed later is seen by functions that start later.
 *
 * <p>The SDK is the one layer that retries: at most three attempts within the time-out.
 */
public final class SecretsManagerKeys {

  private SecretsManagerKeys() {}

  /**
   * Reads the keys with what the SDK's own variables say: {@code AWS_REGION}, {@code
   * AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY}, {@code AWS_SESSION_TOKEN} and, for another
   * endpoint, {@code AWS_ENDPOINT_URL_SECRETS_MANAGER}.
   *
   * @param secretName name or ARN of the secret
   * @param timeout for everything, retries included
   * @throws UnreadableSecretException when it was not read, or a field is missing or unusable
   */
  public static ServiceKeys read(String secretName, Duration timeout) {
    return read(builder(), EnvironmentVariableCredentialsProvider.create(), secretName, timeout);
  }

  /** As {@link #read(String, Duration)}, from another endpoint. */
  public static ServiceKeys read(String secretName, URI endpoint, Duration timeout) {
    return read(
        builder().endpointOverride(endpoint),
        EnvironmentVariableCredentialsProvider.create(),
        secretName,
        timeout);
  }

  static ServiceKeys read(
      SecretsManagerClientBuilder builder,
      AwsCredentialsProvider credentials,
      String secretName,
      Duration timeout) {
    String where = "Secrets Manager GetSecretValue " + secretName;
    return SecretDocument.parse(where, value(builder, credentials, where, secretName, timeout));
  }

  /** All that is ours to decide about the client, apart from where it goes and as whom. */
  static SecretsManagerClientBuilder builder() {
    return SecretsManagerClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(3)))
        .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(3)));
  }

  private static String value(
      SecretsManagerClientBuilder builder,
      AwsCredentialsProvider credentials,
      String where,
      String secretName,
      Duration timeout) {
    try (SecretsManagerClient client = client(builder, credentials, where)) {
      String value =
          client
              .getSecretValue(request ->
                  request
                      .secretId(secretName)
                      .overrideConfiguration(call -> call.apiCallTimeout(timeout)))
              .secretString();
      if (value == null) {
        throw new UnreadableSecretException(Fault.MALFORMED, where + ": holds no text");
      }
      return value;
    } catch (SdkException e) {
      throw unreadable(where, e);
    }
  }

  private static SecretsManagerClient client(
      SecretsManagerClientBuilder builder, AwsCredentialsProvider credentials, String where) {
    try {
      credentials.resolveCredentials();
      return builder.credentialsProvider(credentials).build();
    } catch (SdkClientException _) {
      throw new UnreadableSecretException(
          Fault.CONFIG,
          where
              + ": region or credentials are not in the environment; set AWS_REGION,"
              + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
    }
  }

  // The SDK's exception is not passed on: one about an answer it cannot read may quote the answer.
  private static UnreadableSecretException unreadable(String where, SdkException seen) {
    return switch (seen) {
      case AwsServiceException refused ->
          new UnreadableSecretException(
              fault(refused),
              String.format(
                  Locale.ROOT, "%s: HTTP %d %s", where, refused.statusCode(), code(refused)));
      case ApiCallTimeoutException _ ->
          new UnreadableSecretException(Fault.TIMEOUT, where + ": no answer within the time-out");
      default -> {
        Throwable root = root(seen);
        yield new UnreadableSecretException(
            root instanceof InterruptedIOException ? Fault.TIMEOUT : Fault.ERROR,
            where + ": no usable answer, " + root.getClass().getSimpleName());
      }
    };
  }

  private static Fault fault(AwsServiceException refused) {
    if (refused.isThrottlingException()) {
      return Fault.THROTTLED;
    }
    if (code(refused).equals("ResourceNotFoundException")) {
      return Fault.NOT_FOUND;
    }
    if (code(refused).equals("AccessDeniedException")
        || refused.statusCode() == 401
        || refused.statusCode() == 403) {
      return Fault.PERMISSION;
    }
    return refused.statusCode() >= 500 ? Fault.ERROR : Fault.REFUSED;
  }

  /** The service's code, when it looks like one; never the text beside it. */
  private static String code(AwsServiceException refused) {
    var details = refused.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    return code.matches("[A-Za-z0-9.]{1,80}") ? code : "without a code";
  }

  private static Throwable root(Throwable seen) {
    Throwable root = seen;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
