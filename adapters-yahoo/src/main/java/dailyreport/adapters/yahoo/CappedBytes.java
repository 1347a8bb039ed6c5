package dailyreport.adapters.yahoo;

import dailyreport.application.port.Fault;
import java.io.ByteArrayOutputStream;

/** Bytes collected up to a limit. */
final class CappedBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int most;

  CappedBytes(int most) {
    this.most = most;
  }

  void add(byte[] source, int length) throws Broken {
    if (length > most - bytes.size()) {
      throw Broken.of(
          Fault.TOO_LARGE, Broken.Again.NEVER, "body is larger than " + most + " bytes");
    }
    bytes.write(source, 0, length);
  }

  int size() {
    return bytes.size();
  }

  byte[] toArray() {
    return bytes.toByteArray();
  }
}
