/**
 * The narrator on OpenAI's Responses API: prompt, one call, its faults and its price.
 *
 * <p>No rule about what a narrative may say is enforced here (the domain checks every draft), and
 * nothing is retried here (the use case counts calls).
 */
package dailyreport.adapters.openai;
