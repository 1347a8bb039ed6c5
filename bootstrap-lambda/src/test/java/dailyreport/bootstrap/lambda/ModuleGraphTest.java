package dailyreport.bootstrap.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The exact module graph, read from every module's compiled descriptor. */
class ModuleGraphTest {
  private static final Path ROOT = Path.of(System.getProperty("dailyreport.root"));

  private static final String OURS = "transitive dailyreport.application";
  private static final String AWS =
      "software.amazon.awssdk.auth software.amazon.awssdk.awscore software.amazon.awssdk.core"
          + " software.amazon.awssdk.http software.amazon.awssdk.http.urlconnection"
          + " software.amazon.awssdk.identity.spi software.amazon.awssdk.regions"
          + " software.amazon.awssdk.utils";

  /** For adapters whose SDK client retries by itself: the S3 adapter switches that off. */
  private static final String AWS_WITH_RETRIES = AWS + " software.amazon.awssdk.retries.api";

  private static final String CORE_ADAPTERS =
      adapters("json line openai rendering s3 sqlite ta4j yahoo");

  /** Directory -> requires; JSpecify, which every module has, is left out. */
  private static final Map<String, String> REQUIRES =
      Map.ofEntries(
          Map.entry("domain", ""),
          Map.entry("application", "transitive dailyreport.domain"),
          // jdk8: the domain's absent figures are Optional; core: the exceptions of databind.
          Map.entry(
              "adapters-json",
              OURS
                  + " com.fasterxml.jackson.core com.fasterxml.jackson.databind"
                  + " com.fasterxml.jackson.datatype.jdk8"),
          Map.entry(
              "adapters-line",
              OURS
                  + " java.logging line.bot.messaging.api.client line.bot.client.base"
                  + " line.bot.parser line.bot.webhook com.fasterxml.jackson.core okhttp3"),
          Map.entry("adapters-openai", OURS + " openai.java.core openai.java.client.okhttp"),
          Map.entry(
              "adapters-rendering",
              OURS + " java.desktop org.jfree.jfreechart com.github.librepdf.openpdf"),
          Map.entry("adapters-s3", OURS + " software.amazon.awssdk.services.s3 " + AWS),
          Map.entry(
              "adapters-secretsmanager",
              OURS
                  + " com.fasterxml.jackson.core software.amazon.awssdk.services.secretsmanager "
                  + AWS_WITH_RETRIES),
          Map.entry("adapters-sqlite", OURS + " java.sql org.xerial.sqlitejdbc"),
          Map.entry(
              "adapters-sqs",
              OURS
                  + " com.fasterxml.jackson.core software.amazon.awssdk.services.sqs "
                  + AWS_WITH_RETRIES),
          // A stand-in for tests and benchmarks; no product needs it.
          Map.entry("fakes3", "jdk.httpserver"),
          Map.entry("adapters-ta4j", OURS + " ta4j.core"),
          Map.entry("adapters-yahoo", OURS + " java.net.http com.fasterxml.jackson.databind"),
          Map.entry(
              "bootstrap-lambda",
              CORE_ADAPTERS
                  + " "
                  + adapters("secretsmanager sqs")
                  + " com.fasterxml.jackson.core dagger jakarta.inject java.logging java.net.http"),
          Map.entry(
              "bootstrap-local",
              CORE_ADAPTERS
                  + " com.fasterxml.jackson.core dagger info.picocli jakarta.inject jdk.httpserver"),
          Map.entry(
              "benchmarks",
              // JMH is an automatic module and cannot say what it needs itself.
              adapters("json line rendering s3 sqlite ta4j")
                  + " com.fasterxml.jackson.databind dailyreport.fakes3 java.desktop"
                  + " java.management java.sql jdk.httpserver jdk.unsupported jmh.core"
                  + " org.jfree.jfreechart"));

  private static final Map<String, String> EXPORTS =
      Map.of(
          "domain",
          "dailyreport.domain.cache dailyreport.domain.grounding dailyreport.domain.market"
              + " dailyreport.domain.report",
          "application",
          "dailyreport.application dailyreport.application.cache dailyreport.application.port",
          "bootstrap-lambda",
          "",
          "bootstrap-local",
          "",
          "benchmarks",
          "");

  /** Packages that a library may reflect on. */
  private static final Map<String, Set<String>> OPENS =
      Map.of(
          "adapters-json", Set.of("dailyreport.adapters.json to com.fasterxml.jackson.databind"),
          // The SDK derives the schema of the draft, and reads it, by reflection.
          "adapters-openai", Set.of("dailyreport.adapters.openai"),
          "bootstrap-local", Set.of("dailyreport.bootstrap.local to info.picocli"),
          "benchmarks",
              Stream.of("local", "shared", "stages", "tiered")
                  .map(room -> "dailyreport.benchmarks." + room + ".jmh_generated to jmh.core")
                  .collect(Collectors.toSet()));

  @TestFactory
  Stream<DynamicTest> everyModuleRequiresExactlyWhatTheArchitectureSays() {
    return REQUIRES.keySet().stream()
        .sorted()
        .map(directory ->
            DynamicTest.dynamicTest(
                directory,
                () ->
                    assertThat(requires(compiled(directory)))
                        .isEqualTo(words(REQUIRES.get(directory)))));
  }

  @TestFactory
  Stream<DynamicTest> everyModuleExportsItsPackagesToEverybodyAndNothingElse() {
    return REQUIRES.keySet().stream()
        .sorted()
        .map(directory ->
            DynamicTest.dynamicTest(
                directory,
                () -> {
                  ModuleDescriptor descriptor = compiled(directory);
                  assertThat(descriptor.name()).isEqualTo(module(directory));
                  assertThat(exports(descriptor))
                      .isEqualTo(words(EXPORTS.getOrDefault(directory, module(directory))));
                }));
  }

  @TestFactory
  Stream<DynamicTest> nothingIsOpenedToReflectionThatNeedNotBe() {
    return REQUIRES.keySet().stream()
        .sorted()
        .map(directory ->
            DynamicTest.dynamicTest(
                directory,
                () ->
                    assertThat(opens(compiled(directory)))
                        .isEqualTo(OPENS.getOrDefault(directory, Set.of()))));
  }

  @Test
  void everyDirectoryWithAModuleIsInTheTable() throws IOException {
    try (var directories = Files.list(ROOT)) {
      assertThat(
              directories
                  .filter(d -> Files.exists(d.resolve("src/main/java/module-info.java")))
                  .map(d -> d.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(REQUIRES.keySet());
    }
  }

  /** The planted violation: a descriptor with one requirement too many does not pass. */
  @Test
  void anUnwantedRequirementIsSeen() {
    ModuleDescriptor planted =
        ModuleDescriptor.newModule("dailyreport.domain").requires("java.sql").build();
    assertThat(requires(planted)).isNotEqualTo(words(REQUIRES.get("domain")));
  }

  private static ModuleDescriptor compiled(String directory) {
    Path file = ROOT.resolve(directory).resolve("target/classes/module-info.class");
    assumeTrue(
        Files.exists(file),
        directory + " was not compiled in this build: run mvn verify at the root");
    try (var stream = Files.newInputStream(file)) {
      return ModuleDescriptor.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> requires(ModuleDescriptor descriptor) {
    return descriptor.requires().stream()
        .filter(required -> !required.name().equals("java.base"))
        .filter(required -> !required.name().equals("org.jspecify"))
        .map(required ->
            (required.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE)
                    ? "transitive "
                    : "")
                + required.name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> exports(ModuleDescriptor descriptor) {
    return descriptor.exports().stream()
        .map(exported ->
            exported.isQualified() ? exported.source() + " qualified" : exported.source())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> opens(ModuleDescriptor descriptor) {
    assertThat(descriptor.isOpen()).isFalse();
    return descriptor.opens().stream()
        .map(opened ->
            opened.isQualified()
                ? opened.source() + " to " + String.join(" ", new TreeSet<>(opened.targets()))
                : opened.source())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.replace("transitive ", "transitive+").split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.replace('+', ' '))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String adapters(String names) {
    return Arrays.stream(names.split(" "))
        .map(name -> "dailyreport.adapters." + name)
        .collect(Collectors.joining(" "));
  }

  private static String module(String directory) {
    return "dailyreport." + directory.replace('-', '.');
  }
}
