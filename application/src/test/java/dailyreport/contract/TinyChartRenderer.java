package dailyreport.contract;

import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.Report;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A {@link ChartRenderer} that draws stripes: a valid PNG of a few hundred bytes that depends on
 * the report, without AWT. Counts its calls and can be told to break.
 */
public final class TinyChartRenderer implements ChartRenderer {
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicBoolean broken = new AtomicBoolean();

  /** How often a chart was asked for, failures included. */
  public int calls() {
    return calls.get();
  }

  /** From now on every call fails, or no call does. */
  public void setBroken(boolean now) {
    broken.set(now);
  }

  @Override
  public byte[] png(Report report, ChartForm form) {
    calls.incrementAndGet();
    if (broken.get()) {
      throw new PortException.Rendering(
          Fault.ERROR, "drawing the chart of " + report.key() + ": told to break", null);
    }
    int height = form == ChartForm.PAGE ? 640 : 1024;
    byte[] stripes = stripes(report, form);
    var out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("89504e470d0a1a0a"));
    // One bit a pixel, grey, no interlace.
    byte[] head = ByteBuffer.allocate(13).putInt(1024).putInt(height).put((byte) 1).array();
    chunk(out, "IHDR", head);
    byte[] line = new byte[1 + 1024 / 8];
    var lines = new ByteArrayOutputStream();
    for (int y = 0; y < height; y++) {
      Arrays.fill(line, 1, line.length, stripes[y * stripes.length / height]);
      lines.writeBytes(line);
    }
    chunk(out, "IDAT", deflated(lines.toByteArray()));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] stripes(Report report, ChartForm form) {
    String seen = form + "|" + report.key() + "|" + report.price() + "|" + report.generatedAt();
    return HexFormat.of().parseHex(Part.sha256(seen.getBytes(StandardCharsets.UTF_8)));
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] body =
        ByteBuffer.allocate(4 + data.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    var crc = new CRC32();
    crc.update(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(body);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] deflated(byte[] data) {
    try (var deflater = new Deflater()) {
      deflater.setInput(data);
      deflater.finish();
      byte[] buffer = new byte[data.length];
      return Arrays.copyOf(buffer, deflater.deflate(buffer));
    }
  }
}
