package dailyreport.application.cache.search;

/** What the protocol does against harm, each with the place in the product that does it. */
enum Safeguard {
  /** {@code SharedCache.part}: {@code PartForm.bytes} compares the digest the record names. */
  DIGEST_CHECK,

  /** {@code S3SharedCache.commitRecord}: If-Match, If-None-Match on the record. */
  CONDITIONAL_COMMIT,

  /** {@code S3SharedCache.commit}: the same on the parts. */
  CONDITIONAL_PARTS,

  /** {@code S3SharedCache.delete}: what was committed since the listing is not deleted. */
  DELETE_BY_TAG,

  /** {@code S3SharedCache.commit}: the record goes after its parts. */
  RECORD_LAST,

  /** {@code PaidGeneration.made}: an entry carries the instant at which its generation began. */
  STAMP_AT_START,

  /** {@code PaidGeneration.made}: the tags to expect are read before that instant, not after. */
  TAGS_BEFORE_STAMP,

  /** {@code WriteThrough.settled}: a second attempt replaces what was looked at only. */
  TAG_OF_THE_LOOK,

  /** {@code Repairs.record}: the record is looked at again, after the tags to expect were read. */
  LOOK_AFTER_TAGS,

  /** {@code WriteThrough.store}: the watermarks are read again before anything is stored. */
  WATERMARK_BEFORE_STORE,

  /** {@code Coherence.judge}: whatever is looked up is compared with the known watermarks. */
  WATERMARK_ON_READ,

  /** {@code Coherence.refresh}: known watermarks are read again when the window is over. */
  WATERMARK_REREAD,

  /** {@code Lookups.copyDown}: a copy keeps the validity of the record. */
  VERBATIM_COPY,

  /** {@code LocalCache.store}: an older start never replaces a newer one. */
  LOCAL_KEEPS_NEWER,

  /** {@code Lookups.confirmed}: a local copy is compared with its record once a window. */
  COPY_CONFIRMED,

  /** {@code Leases.tryAcquire}: one generation at a time. */
  LEASE,

  /** {@code Lookups.again}: a look into the tiers after the lease was had. */
  LOOK_AGAIN
}
