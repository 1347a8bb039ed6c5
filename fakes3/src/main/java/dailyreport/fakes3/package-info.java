/**
 * An S3 on loopback for tests and benchmarks, with scripted faults and a log of its requests.
 *
 * <p>It checks no signature: {@code S3ProxyTest} does that against another server.
 */
package dailyreport.fakes3;
