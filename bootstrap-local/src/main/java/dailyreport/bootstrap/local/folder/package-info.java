/**
 * A folder with the promises of the bucket, for a desk without one: entries, leases, cut-offs,
 * claims, links and money as files.
 *
 * <p>Knows ports and files; no setting, no command.
 */
package dailyreport.bootstrap.local.folder;
