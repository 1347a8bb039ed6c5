package dailyreport.bootstrap.lambda;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What neither the compiler nor the module graph can say, over the classes of every module. */
class PurityTest {
  private static final JavaClasses OURS = compiledClasses();

  private static final ArchRule NO_CLOCK =
      noClasses()
          .that()
          .doNotHaveSimpleName("SystemWiring")
          .and()
          .doNotHaveFullyQualifiedName("dailyreport.bootstrap.local.Main")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because(
              "time is an injected InstantSource; each bootstrap makes the real one in one place");

  private static final ArchRule NO_HOST_ZONE =
      noClasses()
          .should()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(TimeZone.class, "getDefault")
          .because("zones come from Exchange, or are UTC or Bangkok");

  private static final ArchRule NO_HOST_LOCALE =
      noClasses()
          .should()
          .callMethod(Locale.class, "getDefault")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "format", String.class, Object[].class)
          .because("a Thai host prints Thai digits: Locale.ROOT in every format and case mapping");

  private static final ArchRule NO_ENVIRONMENT =
      noClasses()
          .that()
          .doNotHaveSimpleName("Main")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .because("all settings are read in one place, from the map that Main hands over");

  private static final ArchRule NO_CONSOLE =
      noClasses()
          .that()
          .doNotHaveSimpleName("Main")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("the composition root decides where text goes");

  private static final ArchRule NO_THREADS =
      noClasses()
          .should()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callConstructor(Thread.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class, String.class)
          .because("work lives in executors that are closed before the caller returns");

  private static final ArchRule WEB_ONLY_WHERE_BOUNDED =
      noClasses()
          .that()
          .resideOutsideOfPackage("dailyreport.adapters.yahoo")
          .and()
          .doNotHaveSimpleName("RuntimeLoop")
          .should()
          .dependOnClassesThat(resideInAPackage("java.net.http"))
          .because("java.net.http has no deadline for a body; the bounded client has");

  private static final ArchRule BOOTSTRAPS_NAME_NO_LIBRARY =
      noClasses()
          .that()
          .resideInAPackage("dailyreport.bootstrap..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon..",
              "com.linecorp..",
              "com.openai..",
              "okhttp3..",
              "retrofit2..",
              "kotlin..",
              "org.sqlite..",
              "org.ta4j..",
              "org.jfree..",
              "org.openpdf..",
              "com.google.gson..",
              "com.fasterxml.jackson.databind..")
          .because("a module that reads one automatic module reads them all; adapters hide theirs");

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(NO_CLOCK, Planted.ReadsTheClock.class),
        Arguments.of(NO_HOST_ZONE, Planted.UsesTheHostsZone.class),
        Arguments.of(NO_HOST_LOCALE, Planted.UsesTheHostsLocale.class),
        Arguments.of(NO_ENVIRONMENT, Planted.ReadsTheEnvironment.class),
        Arguments.of(NO_CONSOLE, Planted.PrintsToTheConsole.class),
        Arguments.of(NO_THREADS, Planted.StartsAThread.class),
        Arguments.of(WEB_ONLY_WHERE_BOUNDED, Planted.CallsTheWeb.class),
        Arguments.of(BOOTSTRAPS_NAME_NO_LIBRARY, Planted.NamesALibrary.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ourClassesKeepTheRule(ArchRule rule, Class<?> planted) {
    rule.check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void thePlantedViolationBreaksTheRule(ArchRule rule, Class<?> planted) {
    var classes = new ClassFileImporter().importClasses(planted);
    assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class);
  }

  @Test
  void theCoreHasNoPackageCycles() {
    slices().matching("dailyreport.(domain.*)").should().beFreeOfCycles().check(OURS);
    slices().matching("dailyreport.(application..)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void theRulesSeeEveryModuleThatWasCompiled() {
    assertThat(OURS.containPackage("dailyreport.domain.market")).isTrue();
    assertThat(OURS.containPackage("dailyreport.application.port")).isTrue();
    assertThat(OURS.containPackage("dailyreport.adapters")).isTrue();
  }

  private static JavaClasses compiledClasses() {
    Path root = Path.of(System.getProperty("dailyreport.root"));
    try (var directories = Files.list(root)) {
      return new ClassFileImporter()
          .importPaths(
              directories
                  .map(directory -> directory.resolve("target/classes/dailyreport"))
                  .filter(Files::isDirectory)
                  .toList());
    } catch (IOException e) {
      throw new IllegalStateException("the modules' classes cannot be listed", e);
    }
  }
}
