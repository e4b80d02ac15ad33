package org.hamtlab.experiments.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Style and scripts that pages share. All of them stand inside each page, so a page is one file
 * that loads nothing.
 */
public final class PageParts {
  private PageParts() {}

  /** The style, to be followed by what a page needs beside it. */
  public static String style() {
    return resource(PageParts.class, "page.css");
  }

  /**
   * The beginning of the script of a page that its script builds from the JSON in the element
   * {@code data}: {@code data} and {@code add}, tables that sort and are copied, figures that are
   * saved.
   */
  public static String buildingScript() {
    return script() + resource(PageParts.class, "building.js");
  }

  /**
   * The whole script of a page whose tables and figures stand in it as HTML: they become tables
   * that sort and are copied, and figures that are saved. A table stands in a {@code div} of class
   * {@code table} with a caption; what stands in a {@code data-value} of a cell is its exact value.
   */
  public static String standingScript() {
    return "'use strict';\n(() => {\n"
        + script()
        + resource(PageParts.class, "standing.js")
        + "})();\n";
  }

  private static String script() {
    return resource(PageParts.class, "page.js");
  }

  /** JSON that may stand inside a script element: no tag can begin in it. */
  public static String embedded(String json) {
    return json.replace("<", "\\u003c");
  }

  /** The text of a resource beside a class, or of one whose name begins at the root. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("page: resource '" + name + "' is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
