package org.hamtlab.papers.page;

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

  /** An element around escaped text. */
  static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">";
  }
}
