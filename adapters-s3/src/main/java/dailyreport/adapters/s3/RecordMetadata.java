package dailyreport.adapters.s3;

import dailyreport.domain.cache.Validity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * The four values that stand beside a commit record, for people and tools that do not open it. The
 * record is authoritative; metadata that does not say the same makes both untrusted.
 */
final class RecordMetadata {
  private static final String EXPIRES_AT = "expires-at";
  private static final String USABLE_UNTIL = "usable-until";
  private static final String GENERATION = "generation";
  private static final String SCHEMA = "schema";

  /** Of the layout, not of the record's inside, whose schema the codec checks. */
  private static final String THIS_SCHEMA = "1";

  private RecordMetadata() {}

  /** The metadata of a record with that validity; ASCII only. */
  static Map<String, String> of(Validity validity) {
    return Map.of(
        EXPIRES_AT, validity.freshUntil().toString(),
        USABLE_UNTIL, validity.usableUntil().toString(),
        GENERATION, validity.generation(),
        SCHEMA, THIS_SCHEMA);
  }

  /** What is wrong with the metadata of a record with that validity; empty when nothing is. */
  static Optional<String> complaint(Map<String, String> metadata, Validity validity) {
    if (!THIS_SCHEMA.equals(metadata.get(SCHEMA))) {
      return Optional.of(SCHEMA);
    }
    if (!validity.generation().equals(metadata.get(GENERATION))) {
      return Optional.of(GENERATION);
    }
    if (!says(metadata, EXPIRES_AT, validity.freshUntil())) {
      return Optional.of(EXPIRES_AT);
    }
    return says(metadata, USABLE_UNTIL, validity.usableUntil())
        ? Optional.empty()
        : Optional.of(USABLE_UNTIL);
  }

  /** A time without a zone says nothing: its writer's zone is not ours to guess. */
  private static boolean says(Map<String, String> metadata, String name, Instant instant) {
    String text = metadata.get(name);
    if (text == null) {
      return false;
    }
    try {
      return OffsetDateTime.parse(text).toInstant().equals(instant);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
