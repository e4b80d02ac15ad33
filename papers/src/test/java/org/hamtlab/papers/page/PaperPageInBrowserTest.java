package org.hamtlab.papers.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.browser.BrowserTest;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Ledger;
import org.hamtlab.papers.Papers;
import org.hamtlab.papers.evidence.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens pages of papers as a reader would; skipped where no Chromium is installed. */
class PaperPageInBrowserTest extends BrowserTest {
  private static final DataTable TABLE =
      DataTable.of("What was counted", "id", "count", "change", "time")
          .row("A10", "1,234", "−0.5", "1.2 [1.0, 1.4]")
          .row("A2", "87", "2", "0.9 [0.8, 1,000]")
          .row("A1", "–", "0.25", "11 [10, 12]");

  PaperPageInBrowserTest() {
    super(1200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id     | A1 A2 A10 | A10 A2 A1",
        "count  | A2 A10 A1 | A10 A2 A1",
        "change | A10 A1 A2 | A2 A1 A10",
        "time   | A2 A10 A1 | A1 A10 A2"
      })
  void sortsNumbersByNumberAndWhatHasNoneLast(String column, String up, String down) {
    open(TABLE.html());

    sort(column);
    assertThat(ids()).isEqualTo(up);
    sort(column);
    assertThat(ids()).isEqualTo(down);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void sortsWithoutAMouse() {
    open(TABLE.html());
    browser.evaluate("document.querySelector('th button').focus()");

    browser.press("Tab");
    browser.press("Enter");

    assertThat(browser.evaluate("document.querySelector('th[aria-sort=ascending]').textContent"))
        .isEqualTo("count");
    assertThat(ids()).isEqualTo("A2 A10 A1");
  }

  @Test
  void copiesATableAsItIsSortedWithNumbersThatProgramsRead() {
    open(TABLE.html());
    catchCopies();
    sort("count");

    browser.click(".table .caption button");

    assertThat(browser.evaluate("window.copied"))
        .isEqualTo(
            """
            id,count,change,time,time low,time high
            A2,87,2,0.9,0.8,1000
            A10,1234,-0.5,1.2,1,1.4
            A1,,0.25,11,10,12
            """);
  }

  @Test
  void copiesTheExactValueOfWhatIsShownRounded() {
    DataTable table = DataTable.of("Rounded", "value").showingFirst(2);
    for (int i = 0; i < 9; i++) {
      table = table.row(List.of(DataTable.Cell.rounded("0.33", (i + 1) / 3.0)));
    }
    open(table.html());
    catchCopies();

    browser.click(".table .caption button");

    assertThat(browser.evaluate("document.querySelectorAll('tbody tr').length")).isEqualTo(2);
    assertThat((String) browser.evaluate("window.copied"))
        .startsWith("value\n0.3333333333333333\n0.6666666666666666\n1\n")
        .hasLineCount(10);
  }

  @Test
  void savesAFigureThatNeedsNoStyleOfThePage() {
    open(
        IntervalChart.ofRatios("Times as long: put", "ratio")
            .row("arena", new Interval(1.2, 1.1, 1.3, 5))
            .html());
    catchDownloads();

    browser.click("figcaption button");
    browser.until("window.saved !== null");

    assertThat((String) browser.evaluate("window.saved"))
        .startsWith("<svg")
        .contains("http://www.w3.org/2000/svg", "arena", "fill=\"rgb(", "background: rgb(")
        .doesNotContain("class=", "var(");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void labelsOfMarksMeetNoOther() {
    open(
        IntervalChart.ofRatios("Gain", "times as fast")
            .mark(1, "no gain")
            .mark(1.02, "claimed by the first")
            .mark(1.04, "claimed by the second")
            .row("lock, mean of all combinations of four factors", new Interval(2, 1.5, 30, 5))
            .html());

    assertThat(
            (List<?>)
                browser.evaluate(
                    "(() => { const all = [...document.querySelectorAll('.marked')].map(t =>"
                        + " t.getBoundingClientRect()); return all.flatMap((a, i) => all.slice(i +"
                        + " 1).filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom"
                        + " && b.top < a.bottom)); })()"))
        .isEmpty();
    assertThat((List<?>) browser.evaluate(CUT_WORDS)).isEmpty();
  }

  @Test
  void isReadWithoutScripts() {
    browser.ask("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    open(TABLE.html());

    assertThat(browser.evaluate("document.querySelectorAll('button').length")).isEqualTo(0);
    assertThat(browser.evaluate("document.querySelector('.caption').innerText"))
        .isEqualTo("What was counted");
    assertThat(ids()).isEqualTo("A10 A2 A1");
  }

  @ParameterizedTest
  @CsvSource({"1400,light", "800,dark"})
  void opensThePagesOfALedger(int width, String theme) throws InterruptedException {
    browser.resize(width, theme);
    for (Path page : ledgerPages()) {
      browser.open(page);

      assertThat(browser.evaluate("document.querySelectorAll('div.table').length"))
          .isEqualTo(browser.evaluate("document.querySelectorAll('.table .caption button').length"))
          .isNotEqualTo(0);
      assertThat(browser.evaluate("document.querySelectorAll('figure').length"))
          .isEqualTo(browser.evaluate("document.querySelectorAll('figcaption button').length"));
      assertThat((Integer) browser.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(width);
      assertThat((List<?>) browser.evaluate(CUT_WORDS)).isEmpty();
    }
    assertThat(browser.requests())
        .allSatisfy(address -> assertThat(address).startsWith(dir.toUri().toString()));
    assertThat(browser.complaints()).isEmpty();
  }

  /** Words that reach beyond their figure, where they would be cut. */
  private static final String CUT_WORDS =
      """
      [...document.querySelectorAll('figure svg')].flatMap(svg => {
        const box = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')].filter(text => {
          const {left, right, top, bottom} = text.getBoundingClientRect();
          return right > left && (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1);
        }).map(text => text.textContent);
      })
      """;

  private List<Path> ledgerPages() throws InterruptedException {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Ledger ledger = new Ledger(dir, out);
    List<Claim> claims = Papers.select(List.of("B1", "B2", "C1"));
    ledger.measure(claims);
    return new PaperPages(ledger).write(Papers.all(), ledger.judge(claims), dir);
  }

  private void open(String html) {
    try {
      browser.open(Files.writeString(dir.resolve("page.html"), PaperPages.page("Page", html)));
    } catch (IOException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }

  private void sort(String column) {
    browser.evaluate(
        "[...document.querySelectorAll('th button')].find(b => b.textContent === '"
            + column
            + "').click()");
  }

  private Object ids() {
    return browser.evaluate(
        "[...document.querySelectorAll('tbody tr')].map(r => r.cells[0].textContent).join(' ')");
  }
}
