package dailyreport.benchmarks.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.RunResult;

/**
 * {@code jmh.json} and, drawn from it alone, {@code jmh.md}: JMH's own results under {@code
 * results}, and beside them the conditions. A file is replaced as a whole or not at all, so that a
 * run that is interrupted leaves what it had until then.
 */
public final class ResultFile {
  static final String NAME = "jmh.json";
  static final String TABLE = "jmh.md";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ArrayNode entries;
  private Conditions conditions;

  private ResultFile(Conditions conditions, ArrayNode entries) {
    this.conditions = conditions;
    this.entries = entries;
  }

  /** One without results yet. */
  public static ResultFile empty(Conditions conditions) {
    return new ResultFile(conditions, JsonNodeFactory.instance.arrayNode());
  }

  /**
   * What a run left in a folder.
   *
   * @throws NoSuchFileException when there is nothing, in words for the user
   */
  public static ResultFile read(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(NAME))) {
      throw new NoSuchFileException("no " + NAME + " in " + folder);
    }
    JsonNode root = JSON.readTree(folder.resolve(NAME).toFile());
    if (!(root.path("results") instanceof ArrayNode entries)) {
      throw new IOException(folder.resolve(NAME) + " has no results");
    }
    JsonNode saved = root.path("conditions");
    var facts = new LinkedHashMap<String, String>();
    saved.path("facts").properties().forEach(f -> facts.put(f.getKey(), f.getValue().asText()));
    return new ResultFile(
        new Conditions(
            facts,
            texts(saved.path("sittings")),
            new LinkedHashSet<>(texts(saved.path("invalid")))),
        entries);
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Adds a benchmark's result, with the cores that others used meanwhile where that is known. */
  public void add(RunResult result, OptionalDouble others) {
    entries.add(JmhJson.of(result, others));
  }

  /** Goes on under these conditions: what made earlier figures invalid does so still. */
  void resume(Conditions now) {
    conditions = now.after(conditions);
  }

  public Conditions conditions() {
    return conditions;
  }

  /** Everything so far. */
  public Results results() {
    var rows = new ArrayList<Row>();
    entries.forEach(entry -> rows.add(JmhJson.row(entry)));
    return new Results(conditions, rows);
  }

  /** Writes both files, creating the folder. */
  public void write(Path folder, Conditions now) throws IOException {
    conditions = now;
    Files.createDirectories(folder);
    replace(folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json()));
    replace(folder.resolve(TABLE), MarkdownTable.of(results()).getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode json() {
    var root = JsonNodeFactory.instance.objectNode();
    var saved = root.putObject("conditions");
    var facts = saved.putObject("facts");
    conditions.facts().forEach(facts::put);
    conditions.sittings().forEach(saved.putArray("sittings")::add);
    conditions.invalid().forEach(saved.putArray("invalid")::add);
    root.set("results", entries);
    return root;
  }

  /** Puts a file in place of another in one step. */
  static void replace(Path file, byte[] content) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".half");
    Files.write(half, content);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
