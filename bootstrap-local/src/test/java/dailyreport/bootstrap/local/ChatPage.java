package dailyreport.bootstrap.local;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The simulator's page as a person uses it: keys, clicks and what is to be seen. */
final class ChatPage {
  private final Browser browser;

  private ChatPage(Browser browser) {
    this.browser = browser;
  }

  /** The page once it follows the feed. */
  static ChatPage open(Browser browser, URI address) {
    browser.show(address);
    var page = new ChatPage(browser);
    page.until("connected", () -> page.state().equals("live"));
    return page;
  }

  /** {@code live} or {@code waiting}. */
  String state() {
    return String.valueOf(
        browser.driver().findElement(By.id("connection")).getDomAttribute("data-state"));
  }

  void type(String text) {
    browser.driver().findElement(By.id("typed")).sendKeys(text, Keys.ENTER);
  }

  void click(String css) {
    browser.driver().findElement(By.cssSelector(css)).click();
  }

  /** Chooses from a list of the controls. */
  void select(String name, String value) {
    new Select(browser.driver().findElement(By.name(name))).selectByValue(value);
  }

  /** Taps a button or quick reply of that label, the newest of several. */
  void tap(String label) {
    until("a button " + label, () -> !labelled(label).isEmpty());
    WebElement newest = labelled(label).getLast();
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", newest);
    newest.click();
  }

  private List<WebElement> labelled(String label) {
    return all(".phone :is(.bubble .button, .pill)").stream()
        .filter(button -> button.getText().equals(label))
        .toList();
  }

  List<WebElement> all(String css) {
    return browser.driver().findElements(By.cssSelector(css));
  }

  /** Waits until so many of them are there, and gives them. */
  List<WebElement> waitFor(int count, String css) {
    until(count + " times " + css, () -> all(css).size() >= count);
    return all(css);
  }

  List<String> texts(String css) {
    return all(css).stream().map(WebElement::getText).toList();
  }

  /** Rows of the timeline as they read: name, what, status. */
  List<String> timeline() {
    return all("#rows .row").stream()
        .map(row ->
            String.join(
                    " ",
                    row.findElement(By.tagName("b")).getText(),
                    row.findElement(By.className("what")).getText(),
                    row.findElement(By.className("status")).getText())
                .strip())
        .toList();
  }

  void waitForRow(String row) {
    until("a row " + row, () -> timeline().contains(row));
  }

  /** Waits for a condition to hold; what was seen instead is told by the picture. */
  void until(String what, Supplier<Boolean> condition) {
    new WebDriverWait(browser.driver(), Browser.PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(what)
        .until(_ -> condition.get());
  }
}
