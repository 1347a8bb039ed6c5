package dailyreport.application.port;

/**
 * How full the local tier is.
 *
 * @param entries kept
 * @param bytes used on disk
 */
public record Occupancy(long entries, long bytes) {}
