package org.hamtlab.experiments.battery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.page.PageParts;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Json;

/**
 * The page with tables and heat maps: one file that loads nothing. Its script sets all text as
 * text, so nothing in a phrase can become markup.
 */
final class BatteryPage {
  private BatteryPage() {}

  /** Sees to it, before any work, that the page can be written. */
  static void prepare(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException unusable) {
      throw refused(file, unusable);
    }
    if (Files.isDirectory(file) || !Files.isWritable(folder)) {
      throw refused(file, null);
    }
  }

  private static ConfigurationException refused(Path file, Exception cause) {
    return new ConfigurationException(
        "out: '"
            + file
            + "' (expected a file, in a folder that can be written). Name another with --out.",
        cause);
  }

  static void write(Path file, List<BatteryReport> reports) {
    BundleFiles.replace(file, html(reports));
  }

  static String html(List<BatteryReport> reports) {
    Map<String, Object> data =
        Map.of(
            "warns",
            Verdict.WARNS,
            "fails",
            Verdict.FAILS,
            "mixers",
            reports.stream().map(report -> report.fields(true)).toList());
    return resource("battery.html")
        .replace("/*STYLE*/", PageParts.style() + resource("battery.css"))
        .replace("/*SCRIPT*/", PageParts.buildingScript() + resource("battery.js"))
        .replace("/*DATA*/", PageParts.embedded(Json.line(data)));
  }

  private static String resource(String name) {
    return PageParts.resource(BatteryPage.class, name);
  }
}
