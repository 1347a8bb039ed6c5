package dailyreport.contract;

import dailyreport.application.port.ReportCodec;

class InMemoryReportCodecTest implements ReportCodecContract {
  private final ReportCodec codec = new InMemoryReportCodec();

  @Override
  public ReportCodec codec() {
    return codec;
  }
}
