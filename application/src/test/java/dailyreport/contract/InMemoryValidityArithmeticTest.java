package dailyreport.contract;

import dailyreport.application.port.ReportCodec;

class InMemoryValidityArithmeticTest implements ValidityArithmetic {
  private final ReportCodec codec = new InMemoryReportCodec();

  @Override
  public ReportCodec codec() {
    return codec;
  }
}
