package dailyreport.bootstrap.local;

import dailyreport.application.port.EventLog;

/** Who is shown events while they happen, beside the file that keeps them. */
@FunctionalInterface
interface Audience extends EventLog {}
