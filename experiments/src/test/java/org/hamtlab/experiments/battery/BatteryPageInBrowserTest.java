package org.hamtlab.experiments.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.hamtlab.experiments.browser.BrowserTest;
import org.hamtlab.experiments.cli.Main;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Opens the page of the battery as a reader would; skipped where no Chromium is installed. */
class BatteryPageInBrowserTest extends BrowserTest {

  BatteryPageInBrowserTest() {
    super(800);
  }

  @Test
  void drawsItsHeatMapsAndSavesThemAsVectors() {
    Path page = dir.resolve("battery.html");
    CommandLine line = Main.commandLine().setOut(new PrintWriter(Writer.nullWriter()));
    assertThat(line.execute("hash", "triple32", "--out", page.toString())).isZero();
    browser.open(page);
    catchDownloads();

    browser.click("figcaption button");
    browser.until("window.saved !== null");

    assertThat((String) browser.evaluate("window.saved"))
        .startsWith("<svg")
        .contains("input bit 31, output bit 31", "fill-opacity=")
        .doesNotContain("var(");
    assertThat((Integer) browser.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(800);
    assertThat(browser.requests())
        .allSatisfy(address -> assertThat(address).startsWith(dir.toUri().toString()));
    assertThat(browser.complaints()).isEmpty();
  }
}
