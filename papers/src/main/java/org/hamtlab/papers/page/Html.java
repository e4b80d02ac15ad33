package org.hamtlab.papers.page;

import java.util.Locale;

/** Text that becomes HTML. */
final class Html {
  private Html() {}

  /** Text with all that could be markup escaped. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Escaped text that begins as a sentence does. */
  static String sentence(String text) {
    return escaped(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
  }

  /** An element around escaped text. */
  static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }
}
