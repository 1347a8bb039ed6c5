package dailyreport.adapters.s3;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The bucket as objects with tags: what an HTTP status means is decided here and nowhere else.
 * Every method throws {@link PortException.Cache} when the bucket does not answer as it should.
 */
final class S3Store {
  /** No object of ours is nearly as large; a larger one is not read to its end. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private final S3Client client;
  private final String bucket;
  private final Retries retries;
  private final EventLog events;

  S3Store(S3Client client, String bucket, Retries retries, EventLog events) {
    this.client = client;
    this.bucket = bucket;
    this.retries = retries;
    this.events = events;
  }

  /** A deadline for several requests that together may not take longer than that. */
  Deadline atMost(Duration cap, Deadline deadline) {
    return retries.atMost(cap, deadline);
  }

  /** An object in a listing. */
  record Listed(String key, Tag tag) {}

  /** Answer to a GET. */
  sealed interface Read {
    /** The object. */
    record Present(Stored object) implements Read {}

    /** It still has the tag that the caller knows. */
    record Unchanged() implements Read {}

    /** There is none. */
    record Absent() implements Read {}
  }

  /** An object as it was read; metadata names in lower case. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Stored(byte[] bytes, Tag tag, Map<String, String> metadata) {}

  /** An object to write. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Upload(String key, byte[] bytes, String contentType, Map<String, String> metadata) {}

  /** The object, unless it still has that tag; {@link Tag#none()} asks for it in any case. */
  Read get(String key, Tag known, Limits limits, Deadline deadline) {
    return retries.run(
        "GET " + key,
        limits,
        deadline,
        () -> {
          try {
            return new Read.Present(
                client.getObject(
                    get ->
                        get.bucket(bucket)
                            .key(key)
                            .ifNoneMatch(known.exists() ? known.value() : null),
                    wholeBody()));
          } catch (S3Exception e) {
            if (e.statusCode() == 304) {
              return new Read.Unchanged();
            }
            return absentOrThrow(e, new Read.Absent());
          }
        });
  }

  /** The object's tag; {@link Tag#none()} when there is no object. */
  Tag head(String key, Deadline deadline) {
    return retries.run(
        "HEAD " + key,
        Limits.LOOK,
        deadline,
        () -> {
          try {
            return tag(client.headObject(head -> head.bucket(bucket).key(key)).eTag());
          } catch (S3Exception e) {
            return absentOrThrow(e, Tag.none());
          }
        });
  }

  /**
   * Writes the object if it is still as expected; {@link Tag#none()} expects that there is none. An
   * empty answer may also mean that an earlier attempt of our own was carried out and its answer
   * lost: the caller has to read and compare.
   */
  Optional<Tag> put(Upload upload, Tag expected, Limits limits, Deadline deadline) {
    return conditional(() ->
        retries.run(
            "PUT " + upload.key(),
            limits,
            deadline,
            () ->
                tag(
                    client
                        .putObject(
                            put ->
                                put.bucket(bucket)
                                    .key(upload.key())
                                    .contentType(upload.contentType())
                                    .metadata(upload.metadata())
                                    .ifMatch(expected.exists() ? expected.value() : null)
                                    .ifNoneMatch(expected.exists() ? null : "*"),
                            RequestBody.fromBytes(upload.bytes()))
                        .eTag())));
  }

  /** Deletes the object if it still has that tag; true also when there was none. */
  boolean delete(String key, Tag expected, Deadline deadline) {
    return conditional(() ->
            retries.run(
                "DELETE " + key,
                Limits.SHORT,
                deadline,
                () -> {
                  try {
                    client.deleteObject(delete ->
                        delete
                            .bucket(bucket)
                            .key(key)
                            .ifMatch(expected.exists() ? expected.value() : null));
                    return Tag.none();
                  } catch (S3Exception e) {
                    return absentOrThrow(e, Tag.none());
                  }
                }))
        .isPresent();
  }

  /** All objects whose keys begin with the prefix. */
  List<Listed> list(String prefix, Deadline deadline) {
    var objects = new ArrayList<Listed>();
    String next = null;
    do {
      String token = next;
      var page =
          retries.run(
              "LIST " + prefix,
              Limits.READ,
              deadline,
              () ->
                  client.listObjectsV2(
                      list -> list.bucket(bucket).prefix(prefix).continuationToken(token)));
      for (S3Object object : page.contents()) {
        objects.add(new Listed(object.key(), tag(object.eTag())));
      }
      next = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
    } while (next != null);
    return objects;
  }

  /** Notes a fault of which the caller will never hear, because the port promises not to throw. */
  void note(String op, Fault fault) {
    events.record(new AppEvent.CacheError(AppEvent.Tier.SHARED, op, fault));
  }

  /** 412, 404 on a tag that is gone, and a 409 that will not end: another writer was there. */
  private static Optional<Tag> conditional(Supplier<Tag> write) {
    try {
      return Optional.of(write.get());
    } catch (PortException.Cache e) {
      if (e.fault() == Fault.BUSY
          || (e.getCause() instanceof S3Exception answer
              && (answer.statusCode() == 412 || isAbsent(answer)))) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static <T> T absentOrThrow(S3Exception e, T absent) {
    if (isAbsent(e)) {
      return absent;
    }
    throw e;
  }

  /** A missing bucket is a fault of the configuration and not a miss. */
  private static boolean isAbsent(S3Exception e) {
    AwsErrorDetails details = e.awsErrorDetails();
    return e.statusCode() == 404
        && (details == null || !"NoSuchBucket".equals(details.errorCode()));
  }

  private static ResponseTransformer<GetObjectResponse, Stored> wholeBody() {
    return (response, body) -> {
      byte[] bytes;
      try {
        bytes = whole(body, response.contentLength());
      } catch (SocketException | SocketTimeoutException | SdkFaults.WrongLength e) {
        throw e;
      } catch (IOException e) { // the JDK's way to say that fewer bytes came than were announced
        throw new SdkFaults.WrongLength("body ended early", e);
      }
      return new Stored(bytes, tag(response.eTag()), response.metadata());
    };
  }

  /** Read into place when its length is known, as S3's always is: no growing, no second copy. */
  private static byte[] whole(InputStream body, @Nullable Long announced) throws IOException {
    if (announced != null && announced > MOST_BYTES) {
      throw new SdkFaults.WrongLength("announced " + announced + " bytes");
    }
    int most = announced == null ? MOST_BYTES : announced.intValue();
    byte[] bytes = announced == null ? body.readNBytes(most) : filled(body, most);
    // To the very end: only there a checksum is compared, and the connection given back.
    if (body.read() >= 0) {
      throw new SdkFaults.WrongLength("read more bytes than " + most);
    }
    return bytes;
  }

  private static byte[] filled(InputStream body, int length) throws IOException {
    var bytes = new byte[length];
    int read = body.readNBytes(bytes, 0, length);
    if (read < length) {
      throw new SdkFaults.WrongLength("read " + read + " bytes of " + length);
    }
    return bytes;
  }

  private static Tag tag(@Nullable String etag) {
    return etag == null ? Tag.none() : new Tag(etag);
  }
}
