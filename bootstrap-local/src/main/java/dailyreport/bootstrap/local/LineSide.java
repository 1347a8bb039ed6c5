package dailyreport.bootstrap.local;

import dailyreport.application.port.Secret;
import dailyreport.bootstrap.local.serve.JobWatch;
import java.net.URI;

/**
 * The channel that is served: LINE's own, or the simulated one, never both.
 *
 * @param channelSecret signs what comes in, and our links
 * @param channelToken goes out with every call
 * @param base where LINE's API answers
 * @param linkBase address under which this server is reachable for readers
 * @param mayPush whether a dead reply token may be replaced by a push
 * @param watch is shown the steps of jobs
 */
record LineSide(
    Secret channelSecret,
    Secret channelToken,
    URI base,
    URI linkBase,
    boolean mayPush,
    JobWatch watch) {}
