package dailyreport.bootstrap.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * A headless Chromium that reaches loopback only, driven by the chromedriver of this machine. Both
 * are named to Selenium by their paths, so that it never looks for any to download.
 */
final class Browser implements AutoCloseable {
  /** Longest wait for something to appear; a 2-core machine under load takes seconds. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Optional<File> CHROMIUM =
      onPath("chromium", "chromium-browser", "google-chrome");
  private static final Optional<File> DRIVER = onPath("chromedriver");
  private static final Path PICTURES = Path.of("target", "browser");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Whether this machine has what it takes. */
  static boolean isThere() {
    return CHROMIUM.isPresent() && DRIVER.isPresent();
  }

  static Browser open() {
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.orElseThrow());
    options.setCapability(ChromeOptions.LOGGING_PREFS, Map.of(LogType.BROWSER, "ALL"));
    // Root, as in containers, gets no sandbox; what is shown here is our own page only.
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.orElseThrow())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  ChromeDriver driver() {
    return driver;
  }

  void show(URI address) {
    driver.get(address.toString());
  }

  /** A window of that inner size, as a phone's when it is narrow. */
  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  void dark(boolean dark) {
    var feature = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /** Scrolls so that it is the first to be seen. */
  void scrollTo(WebElement element) {
    driver.executeScript("arguments[0].scrollIntoView()", element);
  }

  /** Keeps a picture of what is seen, as output of the build. */
  void picture(String name) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes every tab but the one that is driven. */
  void closeOtherTabs() {
    String driven = driver.getWindowHandle();
    for (String tab : driver.getWindowHandles()) {
      if (!tab.equals(driven)) {
        driver.switchTo().window(tab).close();
      }
    }
    driver.switchTo().window(driven);
  }

  /** What it complained about that server's pages: refused by their policy, not found, thrown. */
  List<String> complaints(URI server) {
    // By their JSON, for this module does not read java.logging, whose levels they have.
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toJson)
        .filter(entry -> Set.of("WARNING", "SEVERE").contains(String.valueOf(entry.get("level"))))
        .map(entry -> String.valueOf(entry.get("message")))
        .filter(message -> message.contains(server.getAuthority()))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static Optional<File> onPath(String... names) {
    List<String> folders =
        List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst();
  }
}
