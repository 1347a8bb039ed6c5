/**
 * An S3 on loopback for tests and benchmarks, with scripted faults and a log of its requests.
 *
 * <p>Started with keys it refuses what was not signed with them, by the algorithm that Amazon
 * publishes; {@code S3ProxySignaturesTest} asks a server of other people for a second opinion.
 */
package dailyreport.fakes3;
