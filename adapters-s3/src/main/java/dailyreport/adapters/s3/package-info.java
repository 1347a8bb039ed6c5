/**
 * Five ports over one S3 bucket: {@link dailyreport.adapters.s3.S3Tier} opens them all.
 *
 * <p>{@code S3Keys} builds every key, {@code S3Store} sends every request and is the only place
 * that retries. What an entry is worth, when to generate and what to do after a failure is decided
 * in the application. Nothing here logs a body, and no presigned address is ever stored.
 */
package dailyreport.adapters.s3;
