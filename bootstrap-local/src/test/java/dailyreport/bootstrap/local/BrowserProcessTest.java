package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A newcomer's conversation at the desk, in a real browser on the real server. */
class BrowserProcessTest {
  private static final String REPORT = ".bot article:has(.picture)";

  private static Browser browser;

  @TempDir Path home;
  private ServedSample served;
  private ChatPage page;

  @BeforeAll
  static void startsABrowser() {
    assumeTrue(Browser.isThere(), "SKIPPED: no chromium and chromedriver on the PATH");
    browser = Browser.open();
  }

  @AfterAll
  static void endsIt() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void opensThePage() {
    served = ServedSample.open(home);
    browser.size(1280, 900);
    browser.dark(false);
    page = ChatPage.open(browser, served.address());
  }

  @AfterEach
  void leavesIt() {
    browser.show(URI.create("about:blank"));
    served.close();
  }

  @Test
  void aTypedTickerBringsBubbleChartTextAndQuickReplies() {
    page.type("aapl19");

    WebElement bubble = page.waitFor(1, REPORT).getFirst();
    page.until("the chart", () -> pictureWidth(bubble) > 0);
    assertThat(pictureWidth(bubble)).isEqualTo(1024);
    assertThat(bubble.getDomAttribute("aria-label")).startsWith("AAPL19 ");
    assertThat(bubble.findElement(By.className("body")).getText())
        .startsWith("AAPL19")
        .contains("RSI (14)");
    assertThat(page.texts(".bubble .footer .button")).containsExactly("อ่าน PDF", "รีเฟรช");
    assertThat(page.texts(".bot .balloon").getLast()).contains("ตัวอย่าง", "ไม่ใช่คำแนะนำ");
    assertThat(page.texts(".quick .pill")).hasSize(4).endsWith("วิธีใช้");
    assertThat(page.timeline()).contains("Webhook text 200", "LINE reply 200");
    assertThat(page.all(".fault")).isEmpty();
    assertThat(browser.complaints(served.address())).isEmpty();
    browser.picture("report-at-end");
    browser.scrollTo(bubble);
    browser.picture("report");
  }

  @Test
  void theTapAfterASlowReportBringsIt() {
    page.click("[name=model][value='70'] + span");
    page.waitForRow("Model answers after 70 s");
    // A token of that age leaves fifteen seconds until the bot gives up waiting.
    page.select("age", "30");
    page.type("AAPL19");
    page.waitFor(1, ".dots");
    browser.picture("slow-report");

    page.until("the button", () -> page.texts(".bubble .button").contains("ดูรายงาน"));
    assertThat(page.all(".dots")).isEmpty();
    assertThat(page.all(REPORT)).isEmpty();
    browser.picture("slow-report-told");
    page.click("#armed button");
    served.letModelAnswer();
    page.waitForRow("Job answer done");
    page.tap("ดูรายงาน");

    page.waitFor(1, REPORT);
    assertThat(page.texts(".person .balloon")).containsExactly("AAPL19", "ดูรายงาน");
    assertThat(page.all("#count-push").getFirst().getText()).isEqualTo("0");
    browser.scrollTo(page.all(".person").getFirst());
    browser.picture("slow-report-tapped");
  }

  @Test
  void thePdfButtonOpensThePdfInATabOfItsOwn() throws Exception {
    page.type("AAPL19");
    page.waitFor(1, REPORT);
    WebElement button = page.all(".bubble .footer a").getFirst();

    URI address = URI.create(button.getDomProperty("href"));
    assertThat(address).hasAuthority(served.address().getAuthority());
    // Goes after the redirect to where the PDF lies.
    var connection = (HttpURLConnection) address.toURL().openConnection();
    try (InputStream in = connection.getInputStream()) {
      assertThat(connection.getResponseCode()).isEqualTo(200);
      assertThat(connection.getContentType()).isEqualTo("application/pdf");
      assertThat(new String(in.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }
    page.tap("อ่าน PDF");
    page.until("a second tab", () -> browser.driver().getWindowHandles().size() == 2);
    browser.closeOtherTabs();
    assertThat(page.state()).isEqualTo("live");
  }

  @Test
  void aWrongTickerIsAskedBackAndTheTapAnswersIt() {
    page.type("APPL19");
    page.until("a suggestion", () -> page.texts(".quick .pill").contains("AAPL19"));
    assertThat(page.texts(".bot .balloon")).singleElement().asString().contains("APPL19");
    browser.picture("wrong-ticker");

    page.tap("AAPL19");
    page.waitFor(1, REPORT);
    assertThat(page.texts(".person .balloon")).containsExactly("APPL19", "AAPL19");
    assertThat(page.texts(".quick .pill")).doesNotContain("APPL19");
  }

  @Test
  void aRedeliveredEventBringsNoSecondAnswer() {
    page.type("วิธีใช้");
    page.waitForRow("Webhook text 200");
    page.waitFor(1, ".bot");
    page.click("#redeliver");
    page.waitForRow("Webhook redelivery 200");

    assertThat(page.texts(".note")).containsExactly("ส่งเหตุการณ์ล่าสุดซ้ำ");
    assertThat(page.all(".bot")).hasSize(1);
    assertThat(page.all("#count-reply").getFirst().getText()).isEqualTo("1");
    browser.picture("redelivery");
  }

  @Test
  void aForgedSignatureIsRefusedAndAnswersNothing() {
    page.click("[name=forged]");
    page.type("AAPL19");
    page.waitForRow("Webhook forged 403");

    assertThat(page.texts(".note")).containsExactly("คำขอที่ปลอมลายเซ็นถูกปฏิเสธ (403)");
    assertThat(page.all(".entry")).isEmpty();
    assertThat(page.all("#count-call").getFirst().getText()).isEqualTo("0");
  }

  @Test
  void theGroupHearsOnlyWhatIsMeantForTheBot() {
    page.click("[name=chat][value=group] + span");
    page.type("สวัสดีทุกคน");
    page.waitForRow("Webhook text in the group 200");
    assertThat(page.all(".bot")).isEmpty();

    page.type("AAPL19");
    page.waitFor(1, "#log-group article:has(.picture)");
    assertThat(page.all("#log-user .entry")).isEmpty();
    assertThat(page.all(".fault")).isEmpty();
    browser.picture("group");
  }

  private static long pictureWidth(WebElement bubble) {
    return Long.parseLong(bubble.findElement(By.tagName("img")).getDomProperty("naturalWidth"));
  }
}
