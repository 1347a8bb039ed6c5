/**
 * Sends jobs to an SQS standard queue and reads the bodies of its messages. Receiving, hiding and
 * deleting messages is the platform's work and not here; neither is the decision whether a job is
 * too old.
 */
package dailyreport.adapters.sqs;
