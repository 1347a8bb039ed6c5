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
 * {@code contract.history}. Bytes that equal others have an equal tag, as with S3.
 *
 * <p>Two things took longer to find than all others, and are why {@code TAG_OF_THE_LOOK} is as it
 * is: whoever reads a tag after it looked may write over what came in between; and a tag that
 * follows the content comes back with it, when a record is deleted and repaired from a local copy.
 */
package dailyreport.application.cache.search;
