package org.hamtlab.papers.page;

import java.util.Locale;

/** Builds one figure; its colours are those of the page, so it works in light, dark and print. */
final class Svg {
  private static final double LETTER = 6.6;

  private final StringBuilder text = new StringBuilder();

  /** Begins a figure of a size. */
  Svg(double width, double height, String title) {
    text.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\""
                + " aria-label=\"%s\">%n",
            width,
            height,
            Html.escaped(title)));
  }

  /** About how wide text stands in a figure; fonts differ, so on the wide side. */
  static double width(String text) {
    return LETTER * text.length();
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    text.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>%n",
            x1,
            y1,
            x2,
            y2,
            style));
    return this;
  }

  Svg bar(double x, double y, double width, double height) {
    text.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"bar\"/>%n",
            x,
            y,
            Math.max(0, width),
            height));
    return this;
  }

  Svg dot(double x, double y, String style, String title) {
    text.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" class=\"%s\"><title>%s</title></circle>%n",
            x,
            y,
            style,
            Html.escaped(title)));
    return this;
  }

  Svg path(String points, String style) {
    text.append("<polyline points=\"").append(points).append("\" class=\"").append(style);
    text.append("\"/>\n");
    return this;
  }

  /** Text whose anchor is {@code start}, {@code middle} or {@code end}. */
  Svg text(double x, double y, String anchor, String style, String content) {
    text.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            style,
            Html.escaped(content)));
    return this;
  }

  /** The figure below its caption. */
  String figure(String caption) {
    return "<figure>\n<figcaption><span>"
        + Html.escaped(caption)
        + "</span></figcaption>\n"
        + text
        + "</svg></figure>\n";
  }
}
