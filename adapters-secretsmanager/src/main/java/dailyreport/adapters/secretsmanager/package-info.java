/**
 * Reads the one secret that holds the keys of LINE and of the data services, once, when a function
 * starts. Which key is used where is decided by the bootstrap; nothing here writes or rotates one.
 */
package dailyreport.adapters.secretsmanager;
