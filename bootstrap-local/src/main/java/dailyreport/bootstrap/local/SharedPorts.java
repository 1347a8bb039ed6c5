package dailyreport.bootstrap.local;

import dailyreport.application.port.EventClaims;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PartLinks;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SpendLedger;

/** The shared tier's ports, of one bucket or one folder. */
record SharedPorts(
    SharedCache cache,
    GenerationLease lease,
    InvalidationLog invalidations,
    EventClaims claims,
    PartLinks links,
    SpendLedger spend) {}
