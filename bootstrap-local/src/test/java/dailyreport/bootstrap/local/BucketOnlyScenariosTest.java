package dailyreport.bootstrap.local;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.LockState;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Fault;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.scenarios.Scenario;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Validity;
import dailyreport.fakes3.Disruption;
import dailyreport.fakes3.StoredObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can only be said of requests and objects of a bucket: S17, S22, S23. */
@Timeout(60)
class BucketOnlyScenariosTest implements Scenario {
  private static final String LEASE = "cache/leases/DBS19/2025-11-11";
  private static final String RECORD = BucketWorld.record(KEY);
  private static final String EXPIRES_AT = "expires-at";

  /** Records of every schema that was ever released; all of them are read, word for word. */
  private static final Path GOLDEN =
      Path.of(
          Objects.requireNonNull(System.getProperty("dailyreport.root")),
          "adapters-json/src/test/resources/dailyreport/adapters/json");

  private static final List<String> READ_IN_FULL =
      List.of("schema-1-absence.json", "schema-1-report.json");

  @TempDir private Path dir;
  private BucketWorld world;

  @BeforeEach
  void open() {
    world = new BucketWorld(dir);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public CacheWorld world() {
    return world;
  }

  @Test
  void s17ALeaseRequestThatMeetsOtherOperationsTwiceIsRepeatedAndThenHeld() {
    world.s3.disrupt("PUT " + LEASE, new Disruption.Status(409), new Disruption.Status(409));
    Instance one = world.instance();

    assertServed(get(one), Source.GENERATED, Freshness.FRESH);

    assertThat(world.s3.answers())
        .filteredOn(answer -> answer.contains(LEASE))
        .containsExactly(
            "PUT " + LEASE + " 409",
            "PUT " + LEASE + " 409",
            "GET " + LEASE + " 404",
            "PUT " + LEASE + " 200",
            "DELETE " + LEASE + " 204");
    assertThat(one.events().of(AppEvent.Lock.class))
        .containsExactly(new AppEvent.Lock(LockState.ACQUIRED));
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @FieldSource("READ_IN_FULL")
  void s22ARecordOfAReleasedSchemaIsReadAndCopiedDownByteForByte(String file) throws IOException {
    byte[] golden = Files.readAllBytes(GOLDEN.resolve(file));
    CacheEntry entry = BucketWorld.CODEC.decode(golden);
    world.s3.plant(RECORD, new StoredObject(golden, "application/json", metadata(entry)));
    Instance one = world.instance();

    one.cache().peek(KEY, work());

    assertThat(one.events().of(AppEvent.CacheError.class)).isEmpty();
    assertThat(localEntry(one, KEY)).isEqualTo(entry);
    assertThat(BucketWorld.CODEC.encode(localEntry(one, KEY))).isEqualTo(golden);
  }

  @Test
  void s22NoReleasedSchemaIsLeftOut() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(READ_IN_FULL);
    }
  }

  @Test
  void s23WithoutAnExpiryARecordIsAMiss() {
    get(world.instance());
    respell(null);
    assertMissAndMadeAgain();
  }

  /** The third is what the predecessor wrote: the host's local time without a zone. */
  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2025-11-12T10:00:00", "2025-11-12 10:00:00", "1762941600"})
  void s23AnExpiryThatCannotBeReadOrHasNoZoneIsAMiss(String expiresAt) {
    get(world.instance());
    respell(expiresAt);
    assertMissAndMadeAgain();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-12T10:00:00+07:00", "2025-11-12T10:00:01Z"})
  void s23AnExpiryOfAnotherInstantIsAMiss(String expiresAt) {
    get(world.instance());
    respell(expiresAt);
    assertMissAndMadeAgain();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-11-12T10:00:00Z",
        "2025-11-12T10:00:00z",
        "2025-11-12T17:00:00+07:00",
        "2025-11-12T04:30:00-05:30"
      })
  void s23AnOffsetIsHonouredExactly(String expiresAt) {
    get(world.instance());
    Validity validity = sharedEntry(KEY).validity();
    respell(expiresAt);
    Instance one = world.instance();

    assertServed(get(one), Source.SHARED, Freshness.FRESH);

    assertThat(localEntry(one, KEY).validity()).isEqualTo(validity);
    assertThat(validity.freshUntil()).isEqualTo("2025-11-12T10:00:00Z");
    world.clock.set(validity.freshUntil().minusMillis(1));
    assertServed(get(one), Source.LOCAL, Freshness.FRESH);
    world.clock.set(validity.freshUntil());
    assertServed(get(one), Source.LOCAL, Freshness.STALE);
  }

  private void assertMissAndMadeAgain() {
    Instance one = world.instance();
    assertThat(one.cache().peek(KEY, work())).isEqualTo(new Pending());
    assertThat(one.events().of(AppEvent.CacheError.class))
        .containsExactly(new AppEvent.CacheError(Tier.SHARED, "get", Fault.METADATA));

    assertServed(get(one), Source.GENERATED, Freshness.FRESH);
    assertServed(get(world.instance()), Source.SHARED, Freshness.FRESH);
  }

  /** Writes another expiry beside the record, or none. */
  private void respell(@Nullable String expiresAt) {
    StoredObject object = world.s3.object(RECORD).orElseThrow();
    var metadata = new HashMap<>(object.metadata());
    if (expiresAt == null) {
      metadata.remove(EXPIRES_AT);
    } else {
      metadata.put(EXPIRES_AT, expiresAt);
    }
    world.s3.plant(RECORD, new StoredObject(object.bytes(), object.contentType(), metadata));
  }

  private static Map<String, String> metadata(CacheEntry entry) {
    return Map.of(
        EXPIRES_AT,
        entry.validity().freshUntil().toString(),
        "usable-until",
        entry.validity().usableUntil().toString(),
        "generation",
        entry.validity().generation(),
        "schema",
        "1");
  }
}
