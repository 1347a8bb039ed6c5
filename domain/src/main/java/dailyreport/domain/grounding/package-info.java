/**
 * Grounding: the proof that a narrative says nothing but facts. The algorithm is report.md, section
 * 9; this is its table of contents.
 *
 * <ol start="0">
 *   <li>Placeholders: {@link dailyreport.domain.grounding.PlaceholderInjector} puts values in, or
 *       says in {@link dailyreport.domain.grounding.Injected} why a draft cannot have them
 *   <li>Normalise: {@code NormalText}; nothing invisible splits or changes a number. What a reader
 *       would see otherwise than the check does is for {@code Disguise} to find
 *   <li>Mask: {@code Mask} covers the words and citations of {@code Allowed}, {@code DateMask} its
 *       dates; {@code Periods} refuses days that are not the figure's own
 *   <li>Tokenise: {@code ClaimScanner} reads each {@code Claim}, with {@code Lead} before the
 *       digits and {@code Tail} behind them, in {@code NumberWords}
 *   <li>Bind: {@code Binding} gives each claim, in its {@code Place} between {@code Clauses}, the
 *       facts its label names; {@code LabelIndex} finds labels and their {@code Synonyms}
 *   <li>Match: {@code ClaimCheck} asks each {@code FactMatch}, {@code Directions} reads the sign
 *       words
 *   <li>Words: {@code Wording} (numbers in letters, links), {@code Advice} (another stance), {@code
 *       Shape} (sections, lengths, language)
 *   <li>Loop: not here. {@link dailyreport.domain.grounding.GroundingCheck} runs steps 1 to 6 and
 *       returns each {@link dailyreport.domain.grounding.Violation}; who asks for a repair decides
 * </ol>
 *
 * <p>It reads facts, labels and limits of {@link dailyreport.domain.report}, which knows nothing of
 * it. No step takes more than linear time in the text, and none uses a regular expression. Nothing
 * here composes a sentence.
 */
package dailyreport.domain.grounding;
