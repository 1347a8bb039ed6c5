package dailyreport.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes that a process loads for an event. Without the AOT cache, which loads whatever it was
 * trained with before the program begins.
 */
record LoadedClasses(StandIns world, Path root, Path work) {

  /** Puts their names in place of what is in the list. */
  void load(List<String> names, String handler, String event)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(work, "classes", ".log");
    var env = world.environment(handler, Filled.Run.temporary(work));
    // Unlike JAVA_TOOL_OPTIONS it counts after the package's own options, which silence all logs.
    env.put("_JAVA_OPTIONS", "-XX:AOTMode=off -Xlog:class+load:file=" + log + ":none");
    try (var run = new Filled.Run(world, root, env, work)) {
      run.answer(event, Filled.WORKER_LIMIT);
      run.end();
    }
    names.clear();
    Files.readAllLines(log).forEach(line -> names.add(line.split(" ", 2)[0]));
  }
}
