package dailyreport.contract;

import dailyreport.application.port.TechnicalAnalysis;

class DirectTechnicalAnalysisTest implements TechnicalAnalysisContract {
  @Override
  public TechnicalAnalysis technicalAnalysis() {
    return new DirectTechnicalAnalysis();
  }
}
