package org.hamtlab.papers.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table with a caption. It is read as it stands; the script of its page lets it sort and copy
 * itself.
 *
 * @param caption what it shows
 * @param header names of its columns
 * @param rows its cells, as many a row as columns
 * @param first how many rows are shown at first
 */
public record DataTable(String caption, List<String> header, List<List<Cell>> rows, int first)
    implements Exhibit {
  private static final String NUMBER = "[-+−]?([0-9][0-9,]*(\\.[0-9]+)?|Infinity)";
  private static final Pattern NUMERIC =
      Pattern.compile(
          NUMBER + "( \\[" + NUMBER + ", " + NUMBER + "])?( ?(%|×|\\p{IsAlphabetic}{1,5}))?|–|");

  /**
   * A cell.
   *
   * @param html what it shows, markup allowed
   * @param exact the value that it rounds
   */
  record Cell(String html, OptionalDouble exact) {

    /** A cell that shows text. */
    static Cell of(String text) {
      return new Cell(Html.escaped(text), OptionalDouble.empty());
    }

    /** A cell that shows a rounded value, but is sorted and copied by the exact one. */
    static Cell rounded(String text, double exact) {
      return new Cell(Html.escaped(text), OptionalDouble.of(exact));
    }

    /** A cell of markup. */
    static Cell marked(String html) {
      return new Cell(html, OptionalDouble.empty());
    }
  }

  /** An empty table; {@link #row} makes fuller ones. */
  public static DataTable of(String caption, String... header) {
    return new DataTable(caption, List.of(header), List.of(), Integer.MAX_VALUE);
  }

  /** The same with a row more. */
  public DataTable row(String... cells) {
    return row(Stream.of(cells).map(Cell::of).toList());
  }

  /** The same with a row more. */
  DataTable row(List<Cell> cells) {
    List<List<Cell>> more = new ArrayList<>(rows);
    more.add(List.copyOf(cells));
    return new DataTable(caption, header, more, first);
  }

  /** The same, showing so many rows at first. */
  DataTable showingFirst(int count) {
    return new DataTable(caption, header, rows, count);
  }

  @Override
  public String html() {
    StringBuilder html = new StringBuilder("<div class=\"table\"");
    if (first < rows.size()) {
      html.append(" data-first=\"").append(first).append('"');
    }
    String name = Html.escaped(caption);
    html.append("><div class=\"caption\"><span>").append(name).append("</span></div>\n");
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").append(name);
    html.append("\"><table><thead><tr>");
    for (int column = 0; column < header.size(); column++) {
      html.append("<th scope=\"col\"").append(kind(column)).append('>');
      html.append(Html.escaped(header.get(column))).append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
    rows.forEach(row -> html.append(line(row)));
    return html.append("</tbody></table></div></div>\n").toString();
  }

  private String line(List<Cell> row) {
    StringBuilder html = new StringBuilder("<tr>");
    for (int column = 0; column < row.size(); column++) {
      Cell cell = row.get(column);
      html.append("<td").append(kind(column));
      cell.exact().ifPresent(exact -> html.append(" data-value=\"").append(exact).append('"'));
      html.append('>').append(cell.html()).append("</td>");
    }
    return html.append("</tr>\n").toString();
  }

  /** A column of which every cell is a number, be it with interval or unit, is one of numbers. */
  private String kind(int column) {
    boolean isNumeric =
        !rows.isEmpty()
            && rows.stream().allMatch(row -> NUMERIC.matcher(row.get(column).html()).matches());
    return isNumeric ? " class=\"number\"" : "";
  }
}
