package dailyreport.bootstrap.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.contract.Examples;
import dailyreport.contract.ReportCodecContract;
import dailyreport.domain.cache.CacheEntry;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RememberingCodecTest implements ReportCodecContract {
  private static final CacheEntry ENTRY = Examples.entry(STARTED, "a1");
  private static final CacheEntry OTHER = Examples.entry(STARTED, "b2");

  private final ReportCodec plain = JacksonReportCodec.open();
  private final ReportCodec codec = new RememberingCodec(plain);

  /** The record with a blank in front: another codec than the one that read it leaves that out. */
  private final byte[] read = (" " + new String(plain.encode(ENTRY), UTF_8)).getBytes(UTF_8);

  @Override
  public ReportCodec codec() {
    return new RememberingCodec(JacksonReportCodec.open());
  }

  @Test
  void whatWasReadLastIsHandedOnAsItWasRead() {
    assertThat(codec.encode(codec.decode(read))).isEqualTo(read);
    assertThat(codec.encode(ENTRY)).isEqualTo(read);
  }

  @Test
  void everyOtherEntryIsWritten() {
    codec.decode(read);
    assertThat(codec.encode(OTHER)).isEqualTo(plain.encode(OTHER));
    codec.decode(plain.encode(OTHER));
    assertThat(codec.encode(ENTRY)).isEqualTo(plain.encode(ENTRY));
  }

  @Test
  void whatCannotBeReadIsNotRemembered() {
    codec.decode(read);
    assertThatThrownBy(() -> codec.decode("{}".getBytes(UTF_8)))
        .isInstanceOf(PortException.Cache.class);
    assertThat(codec.encode(ENTRY)).isEqualTo(read);
  }

  @Test
  void nobodyCanChangeWhatIsHandedOn() {
    byte[] given = read.clone();
    CacheEntry entry = codec.decode(given);
    Arrays.fill(given, (byte) 0);
    Arrays.fill(codec.encode(entry), (byte) 0);
    assertThat(codec.encode(entry)).isEqualTo(read);
  }
}
