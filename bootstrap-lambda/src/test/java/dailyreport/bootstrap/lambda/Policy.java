package dailyreport.bootstrap.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a role may do, read from the very text that Terraform fills in; resources keep the names of
 * its blanks, such as <code>${bucket}/cache/*</code>.
 */
record Policy(List<Right> rights) {

  /** One action on one resource; for a listing also one pattern of its prefix. */
  record Right(String action, String resource, Optional<String> prefix) {
    private boolean covers(Need need) {
      return action.equals(need.action())
          && like(resource, need.resource())
          && prefix
              .map(pattern -> need.prefix().filter(seen -> like(pattern, seen)).isPresent())
              .orElse(true);
    }
  }

  /** What AWS looks for in the policy when it gets a request. */
  record Need(String action, String resource, Optional<String> prefix) {
    private static final String BUCKET = "${bucket}";

    static Need on(String action, String resource) {
      return new Need(action, resource, Optional.empty());
    }

    private static Need object(String action, String key) {
      return on(action, BUCKET + "/" + key);
    }

    private static Need listing(String prefix) {
      return new Need("s3:ListBucket", BUCKET, Optional.of(prefix));
    }

    /**
     * Of a request to the bucket that was answered.
     *
     * @param answer as {@code VERB key status}
     */
    static List<Need> of(String answer) {
      String[] words = answer.split(" ");
      String key = words[1];
      return switch (words[0]) {
        case "GET", "HEAD" ->
            // Who may not list is told 403 in place of 404, and the key is taken for the prefix;
            // Ceph copied that from AWS: pull request 68577 of ceph/ceph.
            words[2].equals("404")
                ? List.of(object("s3:GetObject", key), listing(key))
                : List.of(object("s3:GetObject", key));
        // Ours are all conditional, and a condition on a tag is a look at the object.
        case "PUT" -> List.of(object("s3:PutObject", key), object("s3:GetObject", key));
        case "DELETE" -> List.of(object("s3:DeleteObject", key), object("s3:GetObject", key));
        case "LIST" -> List.of(listing(key));
        default -> throw new IllegalArgumentException("another request: " + answer);
      };
    }
  }

  /** The policy of that function. */
  static Policy of(Config.Handler handler) throws IOException {
    String name = handler.name().toLowerCase(Locale.ROOT) + ".json";
    Path root = Path.of(System.getProperty("dailyreport.root"));
    return read(Files.readString(root.resolve("terraform/policies").resolve(name)));
  }

  static Policy read(String json) throws JsonProcessingException {
    var rights = new ArrayList<Right>();
    for (JsonNode statement : new ObjectMapper().readTree(json).required("Statement")) {
      if (!statement.required("Effect").asText().equals("Allow")) {
        throw new IllegalArgumentException("only what is allowed is understood here");
      }
      List<Optional<String>> prefixes = prefixes(statement);
      texts(statement.required("Action"))
          .forEach(action ->
              texts(statement.required("Resource"))
                  .forEach(resource ->
                      prefixes.forEach(prefix -> rights.add(new Right(action, resource, prefix)))));
    }
    return new Policy(List.copyOf(rights));
  }

  private static List<Optional<String>> prefixes(JsonNode statement) {
    if (!statement.has("Condition")) {
      return List.of(Optional.empty());
    }
    return texts(statement.required("Condition").required("StringLike").required("s3:prefix"))
        .map(Optional::of)
        .toList();
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }

  /** Whether a request with that need would be carried out. */
  boolean allows(Need need) {
    return rights.stream().anyMatch(right -> right.covers(need));
  }

  /** Rights that none of these needs. */
  List<Right> unused(Collection<Need> needs) {
    return rights.stream().filter(right -> needs.stream().noneMatch(right::covers)).toList();
  }

  /** IAM's wildcards: any characters for {@code *}, slashes too. */
  private static boolean like(String pattern, String text) {
    return Pattern.matches(
        Stream.of(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElseThrow(),
        text);
  }
}
