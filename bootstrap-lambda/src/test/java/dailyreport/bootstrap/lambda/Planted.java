package dailyreport.bootstrap.lambda;

import com.google.gson.Gson;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Deliberate violations: each architecture rule is shown to fail on one of these. */
final class Planted {
  private Planted() {}

  static final class ReadsTheClock {
    Instant now() {
      return Instant.now();
    }
  }

  static final class UsesTheHostsZone {
    LocalDate today(Instant now) {
      return LocalDate.ofInstant(now, ZoneId.systemDefault());
    }
  }

  static final class UsesTheHostsLocale {
    String upper(String text) {
      return text.toUpperCase();
    }

    Locale locale() {
      return Locale.getDefault();
    }
  }

  static final class ReadsTheEnvironment {
    String home() {
      return System.getenv("HOME");
    }
  }

  static final class PrintsToTheConsole {
    void print() {
      System.out.println();
    }
  }

  static final class StartsAThread {
    Thread thread() {
      return new Thread(() -> {});
    }
  }

  static final class CallsTheWeb {
    HttpClient client() {
      return HttpClient.newHttpClient();
    }
  }

  static final class NamesALibrary {
    Gson gson() {
      return new Gson();
    }
  }
}
