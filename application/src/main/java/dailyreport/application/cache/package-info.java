/**
 * How a report is kept: two tiers, one generation at a time, lifetimes, watermarks, budgets.
 *
 * <p>{@code TieredCache} is the protocol; every other class is one idea it uses. Nothing here knows
 * how a report is made, written or sent, and no technology.
 *
 * <p>What always holds, where, and the tests that fail when it does not:
 *
 * <ul>
 *   <li>I1 An entry's life is minted once, by {@code PaidGeneration}, and copied byte for byte: no
 *       tier and no copy down or up makes it longer. {@code
 *       LookupScenarios#s3ASharedEntryIsReadOnceAndCopiedVerbatim} {@code
 *       LifetimeScenarios#s4NoTierExtendsTheLifeOfAnEntry}
 *   <li>I2 Its stamp is the instant at which its generation <em>started</em>, and that is what
 *       cut-offs are compared with. {@code
 *       InvalidationScenarios#s25WhatWasBegunBeforeAnInvalidationIsAnsweredButNotKept} {@code
 *       NewestStartWinsTest#startIsTakenAfterTheTagsSoThatWhatTheyMarkIsOlder}
 *   <li>I3 What started before a known hard cut-off is not served, fresh or stale. {@code
 *       Coherence} knows of a cut-off within 60 s while the log answers; while it does not, the
 *       last copy decides, and after 10 min nothing counts as fresh. {@code
 *       InvalidationScenarios#s25AnInvalidatedTickerIsSeenHereAtOnceAndElsewhereWithinTheWindow}
 *       {@code
 *       TieredCacheTest#i3UnreadableWatermarksLeaveTheLastCopyTenMinutesAndThenNothingIsFresh}
 *       {@code WatermarkKnowledgeTest#answerThatWasOvertakenByACutOffDoesNotUndoIt}
 *   <li>I4 A bundle is visible whole or not at all; a part of another digest is absent, not wrong.
 *       {@code SharedCacheContract#partOfAnotherDigestIsAbsent} {@code
 *       SharedCacheContract#partThatTheWriterHasNotSeenIsNotReplaced} {@code
 *       TieredCacheTest#aDamagedPartIsAbsentAndAskedForAndItsRebuildKeepsTheValidity}
 *   <li>I5 One generation at a time for a key under a lease, one for each instance where there are
 *       no leases ({@code Flights}), two model calls for each, and no more than a person's budget.
 *       {@code FlightScenarios#s1OneGenerationAnswersAThousandCallersOfTwentyInstances} {@code
 *       BackendScenarios#s34WithoutTiersEveryGetGeneratesStillOneAtATime} {@code
 *       FallbackTest#modelCallsStayTwoWhenOnlyTheFirstCouldNotBeCounted} {@code
 *       BrokenTiersTest#aBugOfTheGeneratorCoolsDownHereTooWhereThereAreNoLeases}
 *   <li>I6 A failure of a tier, by a fault or a bug, is an event and a miss; nobody who asked hears
 *       of it ({@code TierAccess}, {@code LocalTier}). {@code
 *       BrokenTiersTest#everyTierMayHaveABugInEveryMethod} {@code
 *       FaultScenarios#s18WithTheSharedTierDownOneGenerationServesFromTheLocalOne}
 *   <li>I7 An older generation never replaces a newer one: every write to the shared tier expects
 *       the tags of what was seen to be older. {@code
 *       NewestStartWinsTest#repairDoesNotOverwriteWhatCameAfterTheLook} {@code
 *       NewestStartWinsTest#retryAfterAConflictDoesNotOverwriteWhatCameMeanwhile} {@code
 *       LocalCacheContract#olderStartNeverReplacesANewerOne}
 *   <li>I8 A transient fault is never stored as an answer; it cools down. {@code
 *       FaultScenarios#s11BeyondItsEndNothingIsServedAndAFailureIsNotKept} {@code
 *       CalledOffTest#leaseOfAGenerationThatWasCalledOffCoolsDown}
 *   <li>I9 When a method returns, the cache owns no running work: parallel writes end inside {@code
 *       WriteThrough}. {@code NothingRunsOnTest#anAnswerIsGivenWhenBothTiersHaveDoneTheirWork}
 *   <li>I10 No presigned address, token or user identifier is ever stored. {@code
 *       NothingPersonalIsKeptTest#whoAskedIsNotHandedToAnyTierNorToAnyEvent} {@code
 *       NothingPersonalIsKeptTest#theOnlyAddressInAnythingStoredIsThatOfAHeadline}
 *   <li>I11 Whoever can be served something stale waits for no lock and no generation, and for the
 *       shared tier no longer than the soft timeout. {@code
 *       NothingRunsOnTest#aStaleReportIsServedWhileItsSuccessorIsBeingMade} {@code
 *       NothingRunsOnTest#aStaleReportIsServedWhileAnotherInstanceHasTheLease} {@code
 *       FaultScenarios#s19WhoHasSomethingUsableGivesASilentStoreThreeHundredMilliseconds}
 * </ul>
 */
package dailyreport.application.cache;
