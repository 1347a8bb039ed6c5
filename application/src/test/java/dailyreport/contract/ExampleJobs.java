package dailyreport.contract;

import dailyreport.application.port.Incoming;
import dailyreport.application.port.Job;
import dailyreport.application.port.Said;
import dailyreport.application.port.Secret;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.PartName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One job of every shape. What is secret in them carries {@link #CANARY}. */
public final class ExampleJobs {

  /** Part of every secret and every personal value: must be found in no log and no message. */
  public static final String CANARY = "c4n4ry";

  private ExampleJobs() {}

  /** A person asks for a report in a one-to-one chat. */
  public static Job.Answer answer() {
    return answer(user(), Optional.of(new Secret(CANARY + "-quote")), text("dbs19 " + CANARY));
  }

  /** A person types that text. */
  public static Job.Answer saying(String typed) {
    return answer(user(), Optional.empty(), text(typed));
  }

  /** The next reader's report. */
  public static Job.Refresh refresh() {
    return new Job.Refresh(Examples.KEY);
  }

  /** Every kind of job, chat and utterance, with and without what is optional. */
  public static List<Job> all() {
    var jobs = new ArrayList<Job>();
    List<Said> saids =
        List.of(
            text("ขอรายงาน “DBS19” 📈\n\t\"\\ \u0001\uffff"),
            text(""),
            new Said.Text("@bot DBS19", true),
            new Said.Tap(new Ticker("UOB19"), Optional.of(Examples.SESSION)),
            new Said.Tap(new Ticker("UOB19"), Optional.empty()),
            new Said.TapList(3),
            new Said.Followed(),
            new Said.Joined(),
            new Said.Other());
    for (Said said : saids) {
      jobs.add(answer(user(), Optional.empty(), said));
    }
    jobs.add(answer());
    for (Incoming.Kind kind : List.of(Incoming.Kind.GROUP, Incoming.Kind.ROOM)) {
      jobs.add(answer(source(kind, Optional.of("-member")), Optional.empty(), text("DBS19")));
      jobs.add(answer(source(kind, Optional.empty()), Optional.empty(), text("DBS19")));
    }
    jobs.add(refresh());
    for (PartName part : PartName.values()) {
      jobs.add(new Job.Rebuild(Examples.KEY, part));
    }
    return List.copyOf(jobs);
  }

  private static Job.Answer answer(Incoming.Source source, Optional<Secret> quoteToken, Said said) {
    return new Job.Answer(
        new Incoming(
            "01EXAMPLEEVENT",
            Examples.NOW.minusMillis(1_250),
            source,
            new Secret(CANARY + "-reply"),
            quoteToken,
            URI.create("https://reports.example"),
            said),
        Examples.KEY);
  }

  private static Incoming.Source user() {
    return source(Incoming.Kind.USER, Optional.of(""));
  }

  private static Incoming.Source source(Incoming.Kind kind, Optional<String> suffix) {
    return new Incoming.Source(
        kind, new Secret(CANARY + "-chat"), suffix.map(end -> new Secret(CANARY + "-user" + end)));
  }

  private static Said.Text text(String text) {
    return new Said.Text(text, false);
  }
}
