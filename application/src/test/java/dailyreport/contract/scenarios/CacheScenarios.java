package dailyreport.contract.scenarios;

/** All scenarios that any world can play. */
public interface CacheScenarios
    extends FlightScenarios,
        LeaseScenarios,
        LookupScenarios,
        RepairScenarios,
        LifetimeScenarios,
        FaultScenarios,
        TrustScenarios,
        CommitScenarios,
        InvalidationScenarios,
        AbsenceScenarios,
        BackendScenarios,
        PrewarmScenarios,
        AnalyticsScenarios,
        KeyScenarios {}
