package dailyreport.adapters.json;

import dailyreport.application.port.ReportCodec;
import dailyreport.contract.ReportCodecContract;

class JacksonReportCodecTest implements ReportCodecContract {
  private final ReportCodec codec = JacksonReportCodec.open();

  @Override
  public ReportCodec codec() {
    return codec;
  }
}
