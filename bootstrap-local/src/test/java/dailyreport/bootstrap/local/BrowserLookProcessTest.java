package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page itself: narrow and wide, by night, by keyboard, with a wrong Flex, without a server. */
class BrowserLookProcessTest {
  /** Draws a message with the page's own module and gives the marks it got. */
  private static final String DRAW =
      """
      const done = arguments[arguments.length - 1];
      import('/simulator/flex.js')
        .then(({ flex }) => flex(JSON.parse(arguments[0]), () => {}))
        .then(drawn => done([...drawn.querySelectorAll('.fault')].map(mark => mark.textContent)))
        .catch(thrown => done([String(thrown)]));
      """;

  @TempDir Path home;
  private Browser browser;
  private ServedSample served;

  @BeforeEach
  void startsABrowser() {
    assumeTrue(Browser.isThere(), "SKIPPED: no chromium and chromedriver on the PATH");
    browser = Browser.open();
    served = ServedSample.open(home);
  }

  @AfterEach
  void endsIt() {
    if (browser != null) {
      browser.close();
      served.close();
    }
  }

  @Test
  void nothingIsCutOffOnAPhoneAtNight() {
    browser.size(390, 844);
    browser.dark(true);
    var page = ChatPage.open(browser, served.address());
    page.type("AAPL19");
    page.waitFor(1, ".bot article:has(.picture)");
    browser.picture("narrow-dark-chat");
    assertThat(overhang()).isZero();

    for (String part : List.of("controls", "timeline")) {
      page.click(".views [data-view=" + part + "]");
      assertThat(page.all(".phone").getFirst().isDisplayed()).isFalse();
      assertThat(overhang()).as(part).isZero();
      browser.picture("narrow-dark-" + part);
    }
  }

  @Test
  void onWideAndMiddlingWindowsEverythingIsSeenAtOnce() {
    var page = ChatPage.open(browser, served.address());
    for (int width : new int[] {820, 1280, 1600}) {
      browser.size(width, 900);
      assertThat(page.all("main > section")).hasSize(3).allMatch(part -> part.isDisplayed());
      assertThat(overhang()).as(width + " pixels").isZero();
    }
  }

  @Test
  void theConversationNeedsNoMouse() {
    browser.size(1280, 900);
    var page = ChatPage.open(browser, served.address());
    page.type("วิธีใช้");
    page.until("quick replies", () -> !page.all(".pill").isEmpty());
    int answers = page.all(".bot").size();

    // Backwards from the field comes the last quick reply: help, which types the command.
    browser.driver().switchTo().activeElement().sendKeys(Keys.SHIFT, Keys.TAB);
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("วิธีใช้");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
    page.waitFor(answers + 1, ".bot");
    assertThat(page.texts(".person .balloon")).containsExactly("วิธีใช้", "วิธีใช้");
  }

  @Test
  void aWrongFlexShowsWhatLineWouldRefuse() {
    ChatPage.open(browser, served.address());

    assertThat(marks("{'type':'text','text':'ก','size':'xs'}")).isEmpty();
    assertThat(marks("{'type':'text','text':'ก','size':'huge'}"))
        .containsExactly("text: size \"huge\"");
    assertThat(marks("{'type':'text','text':'ก','colour':'#111111'}"))
        .containsExactly("text: unknown colour");
    assertThat(marks("{'type':'text'}")).containsExactly("text: no text");
    assertThat(marks("{'type':'video','url':'https://example.com/'}"))
        .containsExactly("unknown type \"video\"");
    assertThat(marks("{'type':'button','action':{'type':'postback','label':'ก'}}"))
        .containsExactly("postback: no data");
    assertThat(marks("{'type':'button','action':{'type':'uri','uri':'javascript:alert(1)'}}"))
        .containsExactly("uri: uri \"javascript:alert(1)\"");
  }

  @Test
  void aServerThatWentAwayIsShownAndFoundAgain() {
    var page = ChatPage.open(browser, served.address());
    served.close();
    page.until("reconnecting", () -> page.state().equals("waiting"));
    browser.picture("reconnecting");

    served = ServedSample.openAt(home, served.address().getPort());
    page.until("connected", () -> page.state().equals("live"));
    page.waitFor(1, "#rows .divide");
    page.type("วิธีใช้");
    page.waitFor(1, ".bot");
  }

  @SuppressWarnings("unchecked") // The script gives a list of strings.
  private List<String> marks(String component) {
    String message =
        "{'type':'flex','altText':'ก','contents':{'type':'bubble','body':"
            + "{'type':'box','layout':'vertical','contents':["
            + component
            + "]}}}";
    Object marks = browser.driver().executeAsyncScript(DRAW, message.replace('\'', '"'));
    return (List<String>) marks;
  }

  /** Pixels that would have to be scrolled sideways or down to see the whole page. */
  private long overhang() {
    Object pixels =
        browser
            .driver()
            .executeScript(
                "const all = document.documentElement;"
                    + "return all.scrollWidth - innerWidth + all.scrollHeight - innerHeight;");
    return ((Number) pixels).longValue();
  }
}
