package dailyreport.packaging;

import dailyreport.packaging.Series.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every question once for every way to start; each process is new. */
record OneRound(Filled filled, List<Setup> setups, Path work) {

  List<Series> run() throws IOException, InterruptedException {
    var measured = new ArrayList<Series>();
    for (Setup setup : setups) {
      hits(setup, measured);
    }
    for (Setup setup : setups) {
      miss(setup, measured);
    }
    return measured;
  }

  /** The first process fills SQLite out of the bucket, the second finds the file. */
  private void hits(Setup setup, List<Series> measured) throws IOException, InterruptedException {
    try (var world = new StandIns()) {
      filled.into(world);
      Path temporary = Filled.Run.temporary(work);
      for (var question : List.of(Question.HIT_SHARED, Question.HIT_LOCAL)) {
        world.s3.forgetRequests();
        String event = Events.typed(question.name(), "dbs19");
        var sample =
            setup.sample(world, "webhook", temporary, event, () -> world.replies().size(), work);
        long gets = world.s3.count("GET cache/reports/");
        if (sample.inTime() && gets != (question == Question.HIT_SHARED ? 1 : 0)) {
          throw new IOException(question + " with " + gets + " times GET of the report");
        }
        measured.add(Series.of(question, setup, sample));
      }
    }
  }

  private void miss(Setup setup, List<Series> measured) throws IOException, InterruptedException {
    try (var world = new StandIns()) {
      String event = Events.typed("M1", "dbs19");
      Path temporary = Filled.Run.temporary(work);
      var miss = setup.sample(world, "webhook", temporary, event, () -> world.jobs().size(), work);
      measured.add(Series.of(Question.MISS, setup, miss));
      if (!miss.inTime()) {
        // Whoever gets no answer asks again; the worker's part needs a job.
        Path again = Filled.Run.temporary(work);
        var shipped = setups.getFirst();
        world.untilQueued(id ->
            shipped.sample(
                world,
                "webhook",
                again,
                Events.typed(id, "dbs19"),
                () -> world.jobs().size(),
                work));
      }
      String job = Events.delivered("m-1", world.jobs().getFirst());
      temporary = Filled.Run.temporary(work);
      var report =
          setup.sample(world, "worker", temporary, job, () -> world.replies().size(), work);
      if (!report.inTime() || world.count("/v1/responses") != 1) {
        throw new IOException("the worker made no report: " + world.s3.answers());
      }
      measured.add(Series.of(Question.REPORT, setup, report));
    }
  }
}
