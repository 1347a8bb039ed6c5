package dailyreport.domain.grounding;

/**
 * A claim with its clause and what stands between it and the numbers next to it.
 *
 * @param claim the number
 * @param clauseStart where its clause begins
 * @param from end of the number before, or {@code clauseStart} when that is later
 * @param to start of the next number, or {@code clauseEnd} when that is earlier
 * @param clauseEnd where its clause ends
 * @param conditionsFrom from where on words speak of this number alone, or of its range
 */
record Place(Claim claim, int clauseStart, int from, int to, int clauseEnd, int conditionsFrom) {}
