package org.hamtlab.papers.page;

/** A paragraph of text. */
public record Prose(String text) implements Exhibit {
  @Override
  public String html() {
    return Html.element("p", text) + "\n";
  }
}
