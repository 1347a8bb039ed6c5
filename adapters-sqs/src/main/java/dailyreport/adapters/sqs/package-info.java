/**
 * Sends jobs to an SQS standard queue, reads the bodies of its messages, and writes dead letters to
 * another queue. Receiving, hiding and deleting messages is the platform's work and not here;
 * neither is the decision whether a job is too old or is to be given up.
 */
package dailyreport.adapters.sqs;
