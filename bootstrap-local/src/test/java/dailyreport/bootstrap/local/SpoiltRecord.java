package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.CacheWorld.Spoiling;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A commit record with something wrong in it. */
public final class SpoiltRecord {
  private SpoiltRecord() {}

  public static byte[] of(byte[] record, Spoiling how) {
    return switch (how) {
      case TRUNCATED -> Arrays.copyOf(record, record.length / 2);
      case GIBBERISH -> "<html>ไม่ใช่รายงาน".getBytes(StandardCharsets.UTF_8);
      case OTHER_KEY -> replaced(record, "\"DBS19\"", "\"UOB19\"");
      case OTHER_SCHEMA -> replaced(record, "{\"schema\":1,", "{\"schema\":99,");
    };
  }

  private static byte[] replaced(byte[] record, String before, String after) {
    String text = new String(record, StandardCharsets.UTF_8);
    assertThat(text).contains(before);
    return text.replace(before, after).getBytes(StandardCharsets.UTF_8);
  }
}
