package org.hamtlab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamtlab.experiments.browser.BrowserTest;
import org.hamtlab.experiments.store.BlockMap;
import org.hamtlab.experiments.store.BundleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the page looks, where that can be told by rectangles; skipped where no Chromium is. */
class PageLayoutInBrowserTest extends BrowserTest {

  PageLayoutInBrowserTest() {
    super(1400);
  }

  /** Words of figures that reach beyond their figure, where they would be cut. */
  private static final String CUT_WORDS =
      """
      [...document.querySelectorAll('figure:not([hidden]) .chart')].flatMap(chart => {
        const box = chart.getBoundingClientRect();
        return [...chart.querySelectorAll('text')].filter(text => {
          const {left, right, top, bottom} = text.getBoundingClientRect();
          return right > left && (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1);
        }).map(text => chart.parentNode.querySelector('figcaption span').textContent + ': ' + text.textContent);
      })
      """;

  @ParameterizedTest
  @CsvSource({"1400,light", "1400,dark", "800,light", "800,dark"})
  void cutsNoWordOfAnyFigureAndNeedsNoWiderWindow(int width, String theme) {
    browser.resize(width, theme);
    open(dir.resolve("bundle"));
    browser.evaluate("document.querySelectorAll('figure').forEach(figure => figure.draw())");

    assertThat((List<?>) browser.evaluate(CUT_WORDS)).isEmpty();
    assertThat((Integer) browser.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void drawsLinesOnTheWaySlotsAndBlocks() {
    open(dir.resolve("bundle"));

    assertThat((List<?>) browser.evaluate(titles()))
        .extracting(Object::toString)
        .anyMatch(title -> title.startsWith("Occupancy by level"))
        .anyMatch(title -> title.startsWith("Cache lines on the way to an entry"))
        .anyMatch(title -> title.startsWith("Slots reserved by the allocator"))
        .anyMatch(title -> title.contains("39 % of 250 slots in live blocks"));
    assertThat(
            (String)
                browser.evaluate(
                    "(() => { const f = [...document.querySelectorAll('figure')].find(f => f.textContent.startsWith('Memory of')); f.draw(); return f.querySelector('.chart').getAttribute('aria-label'); })()"))
        .isEqualTo("9 blocks of kind branch, 97 slots");
  }

  @Test
  void ordersLevelsThatAreNumbersByNumber() {
    open(dir.resolve("bundle"));

    assertThat(
            (List<?>)
                browser.evaluate(
                    "[...document.querySelectorAll('[name=\"factor level\"] option')].map(o => o.textContent).filter(t => t.startsWith('layout.span'))"))
        .isEqualTo(List.of("layout.span=4", "layout.span=5", "layout.span=16"));
  }

  @Test
  void namesTheSweepFileOfTheBundleSoThatAShellTakesIt() throws Exception {
    Path bundle = dir.resolve("it's a bundle");
    GeneratedBundle.write(bundle, 3);
    new BundleFiles(bundle).keepSpec("baseline = @default\n");
    browser.open(new HtmlReport().write(bundle));
    browser.evaluate("document.querySelectorAll('main table button.name')[1].click()");

    String command =
        (String) browser.evaluate("document.querySelector('.reproduce pre').textContent");

    assertThat(words(command))
        .startsWith("./hamt", "sweep", bundle.resolve("spec.sweep").toString(), "--seed")
        .contains("--add")
        .anyMatch(word -> word.startsWith("hash=") && word.contains("allocator=pool{slots="));
  }

  @Test
  void drawsTheBlocksOfASmallTrie() {
    Path page = dir.resolve("trie.html");
    BlockMap.Placed across = new BlockMap.Placed("branch", 120, 16);
    BlockMap map =
        new BlockMap(
            256,
            64,
            List.of(new BlockMap.Kind("branch", 1, 16, List.of(0, 8, 8, 0))),
            List.of(across));

    ExplainPage.write(page, "layout=x{span=5}", List.of(root()), Optional.of(map), "words");
    browser.open(page);

    assertThat(
            (List<?>)
                browser.evaluate(
                    "[...document.querySelectorAll('figure .piece')].map(e => Number(e.getAttribute('width')))"))
        .isEqualTo(List.of(96, 96));
    assertThat(browser.evaluate("document.querySelector('figure .piece title').textContent"))
        .isEqualTo("branch: 16 slots from 120 on");
    catchDownloads();
    browser.click("figcaption button");
    browser.until("window.saved !== null");
    assertThat((String) browser.evaluate("window.saved"))
        .startsWith("<svg")
        .contains("fill=\"rgb(", "branch: 16 slots from 120 on")
        .doesNotContain("class=", "var(");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void printsALongTableWhole() {
    Path page = dir.resolve("trie.html");
    List<Map<String, Object>> roots = Collections.nCopies(40, root());
    ExplainPage.write(page, "layout=x{span=5}", roots, Optional.empty(), "words");
    browser.open(page);
    String rows = "document.querySelectorAll('tbody tr').length";
    assertThat(browser.evaluate(rows)).isEqualTo(25);

    browser.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.evaluate(rows)).isEqualTo(40);

    browser.evaluate("window.dispatchEvent(new Event('afterprint'))");
    assertThat(browser.evaluate(rows)).isEqualTo(25);
  }

  private static Map<String, Object> root() {
    return Map.of(
        "kind",
        "branch",
        "fragment",
        -1,
        "slots",
        1,
        "text",
        "branch of level 0",
        "memory",
        "bitmap 8",
        "children",
        List.of());
  }

  private static String titles() {
    return "[...document.querySelectorAll('figure')].map(f => f.querySelector('figcaption span').textContent)";
  }

  /** What a shell makes of a line. */
  private static List<String> words(String command) throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command).start();
    try (var output = shell.getInputStream()) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private void open(Path bundle) {
    GeneratedBundle.write(bundle, 12);
    browser.open(new HtmlReport().write(bundle));
  }
}
