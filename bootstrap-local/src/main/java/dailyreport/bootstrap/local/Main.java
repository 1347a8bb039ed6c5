package dailyreport.bootstrap.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Starts the command line. Output is UTF-8 whatever the host's locale is. */
final class Main {
  private Main() {}

  public static void main(String[] args) {
    var out =
        new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    var err =
        new PrintWriter(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
    int code = CommandLineTool.run(args, System.getenv(), InstantSource.system(), out, err);
    out.flush();
    err.flush();
    // Not a plain return: OkHttp keeps threads of its own alive for a minute.
    System.exit(code);
  }
}
