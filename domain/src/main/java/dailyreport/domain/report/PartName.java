package dailyreport.domain.report;

/** The parts of a bundle that are kept beside the record. */
public enum PartName {
  CHART,
  NEWS,
  PDF
}
