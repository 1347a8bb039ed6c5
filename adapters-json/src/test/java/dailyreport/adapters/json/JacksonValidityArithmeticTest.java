package dailyreport.adapters.json;

import dailyreport.application.port.ReportCodec;
import dailyreport.contract.ValidityArithmetic;

class JacksonValidityArithmeticTest implements ValidityArithmetic {
  private final ReportCodec codec = JacksonReportCodec.open();

  @Override
  public ReportCodec codec() {
    return codec;
  }
}
