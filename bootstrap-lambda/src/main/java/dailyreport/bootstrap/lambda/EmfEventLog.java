package dailyreport.bootstrap.lambda;

import dailyreport.adapters.json.JacksonEventCodec;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import java.io.PrintStream;
import java.time.InstantSource;

/**
 * Events as JSON lines on standard output, where CloudWatch finds them. The metric directives of
 * the embedded metric format come with the operations issue; names and fields are final.
 */
final class EmfEventLog implements EventLog {
  private final PrintStream out;
  private final JacksonEventCodec codec;
  private final InstantSource clock;

  EmfEventLog(PrintStream out, JacksonEventCodec codec, InstantSource clock) {
    this.out = out;
    this.codec = codec;
    this.clock = clock;
  }

  @Override
  public void record(AppEvent event) {
    out.println(codec.encode(clock.instant(), event));
  }
}
