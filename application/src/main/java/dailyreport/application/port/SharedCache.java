package dailyreport.application.port;

import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.ReportKey;
import java.util.Optional;

/**
 * The cache tier that all instances share. A bundle is visible whole or not at all: the record is
 * written last and names its parts by digest.
 */
public interface SharedCache {

  /** Answer to a look-up. */
  sealed interface Lookup {
    /** An entry that passed every check of the record, and its mark. */
    record Found(CacheEntry entry, Tag tag) implements Lookup {}

    /** The record still has the tag that the caller knows. */
    record NotModified() implements Lookup {}

    /** No record. */
    record None() implements Lookup {}
  }

  /** Answer to a commit. */
  sealed interface Commit {
    /** Stored; the record has this tag. */
    record Committed(Tag tag) implements Commit {}

    /** Another writer was there; nothing of ours is visible. */
    record Conflict() implements Commit {}
  }

  /**
   * The entry under the key. Costs one request.
   *
   * @throws PortException.Cache when the tier cannot be read, and with {@link Fault#INVALID},
   *     {@link Fault#METADATA} or {@link Fault#CLOCK} when there is a record that must not be
   *     believed
   */
  Lookup find(ReportKey key, Deadline deadline);

  /**
   * As {@link #find}, but {@link Lookup.NotModified} when the record still has the known tag.
   *
   * @throws PortException.Cache as {@link #find}
   */
  Lookup findUnlessTagged(ReportKey key, Tag known, Deadline deadline);

  /**
   * The tags of the key's objects, to be expected by a later commit.
   *
   * @throws PortException.Cache when the tier cannot be read
   */
  Tags tags(ReportKey key, Deadline deadline);

  /**
   * Stores the parts at hand in parallel, then the record, each only if its object is still as
   * expected. A lost answer to a request that was carried out counts as carried out.
   *
   * @throws PortException.Cache when the tier cannot be written; the record was not replaced then
   */
  Commit commit(Bundle bundle, Tags expected, Deadline deadline);

  /**
   * Stores a negative entry, only if the record is still as expected.
   *
   * @throws PortException.Cache when the tier cannot be written
   */
  Commit commit(CacheEntry.Negative entry, Tag expected, Deadline deadline);

  /**
   * The bytes of a part; empty when it is absent or its digest is not the one asked for.
   *
   * @throws PortException.Cache when the tier cannot be read
   */
  Optional<byte[]> part(ReportKey key, PartRef ref, Deadline deadline);

  /**
   * Deletes the objects of the scope, as many as can be; the truth about invalidation is in the
   * watermarks.
   *
   * @throws PortException.Cache when the tier cannot be written
   */
  void delete(Scope scope, Deadline deadline);
}
