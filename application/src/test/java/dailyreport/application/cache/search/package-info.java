/**
 * A model of the cache protocol and a search through all that can happen in it: cache.md, section
 * 6, "Why this protocol".
 *
 * <p>Two writers make a report, a reader asks over and over, a hard invalidation comes at any time,
 * leases lapse whenever they like. {@code Search} looks at every order in which their steps can
 * fall; {@code Harm} says what must not come of it, {@code Safeguard} what prevents it, and {@code
 * ProtocolSearchTest} that each safeguard is needed. Steps are those of the product; the comment
 * beside a step names the class that takes it. Who changes one there changes it here.
 *
 * <p>A crash needs no step: who has crashed is who takes no further step, and of every story each
 * beginning is looked at.
 *
 * <p>One clock for all, and no two stamps at the same instant; what instances really have is {@code
 * Validity.CLOCK_TOLERANCE}. Requests succeed or never happen; faults are for the scenarios and
 * {@code RandomHistories}. Bytes that equal others have an equal tag, as with S3.
 *
 * <p>Known and left alone: an invalidation deletes whatever lies under a key, so it can take a
 * record away that began after the cut-off. If that record is then repaired from a local copy, it
 * has the tag it had before, and a writer from before the cut-off that saw this tag may replace it.
 * Its own entry is hidden by the cut-off; the loss is one more generation. {@code Cast.REPAIR}
 * therefore has no invalidation.
 */
package dailyreport.application.cache.search;
