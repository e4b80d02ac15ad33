package org.hamtlab.experiments.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Has a browser for each test; the tests are skipped where no Chromium is installed. */
abstract class BrowserTest {
  private final int width;

  // A browser that was ended may still be writing its profile.
  @TempDir(cleanup = CleanupMode.NEVER)
  Path dir;

  Chromium browser;

  /**
   * Opens browsers.
   *
   * @param width of the window in pixels
   */
  BrowserTest(int width) {
    this.width = width;
  }

  @BeforeEach
  void start() throws IOException {
    var program = Chromium.installed();
    assumeTrue(
        program.isPresent(),
        "no chromium on the PATH: the page is not opened. Run scripts/browser install");
    browser = new Chromium(program.orElseThrow(), dir.resolve("profile"), width, 900);
  }

  @AfterEach
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }
}
