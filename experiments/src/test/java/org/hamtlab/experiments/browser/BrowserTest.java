package org.hamtlab.experiments.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Has a browser for each test; the tests are skipped where no Chromium is installed. Modules that
 * write pages find this package in the test jar of this module.
 */
public abstract class BrowserTest {
  private final int width;

  /** Where a test writes its pages. A browser that was ended may still be writing its profile. */
  @TempDir(cleanup = CleanupMode.NEVER)
  protected Path dir;

  /** The browser of this test. */
  protected Chromium browser;

  /**
   * Opens browsers.
   *
   * @param width of the window in pixels
   */
  protected BrowserTest(int width) {
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

  /** Keeps what the page copies in {@code window.copied}, since this browser has no clipboard. */
  protected void catchCopies() {
    browser.evaluate(
        "document.execCommand = () => { window.copied = document.querySelector('textarea').value;"
            + " return true; }");
  }

  /** Keeps the text of what the page saves in {@code window.saved}. */
  protected void catchDownloads() {
    browser.evaluate(
        "window.saved = null; const make = URL.createObjectURL; URL.createObjectURL = blob => {"
            + " blob.text().then(text => { window.saved = text; }); return make.call(URL, blob); }");
  }
}
