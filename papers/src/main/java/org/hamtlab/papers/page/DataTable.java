package org.hamtlab.papers.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with a caption.
 *
 * @param caption what it shows
 * @param header names of its columns
 * @param rows its cells, as many a row as columns
 */
public record DataTable(String caption, List<String> header, List<List<String>> rows)
    implements Exhibit {

  /** An empty table; {@link #row} makes fuller ones. */
  public static DataTable of(String caption, String... header) {
    return new DataTable(caption, List.of(header), List.of());
  }

  /** The same with a row more. */
  public DataTable row(String... cells) {
    List<List<String>> more = new ArrayList<>(rows);
    more.add(List.of(cells));
    return new DataTable(caption, header, more);
  }

  @Override
  public String html() {
    StringBuilder html = new StringBuilder();
    html.append("<p class=\"caption\">").append(Html.escaped(caption)).append("</p>\n");
    html.append("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
    for (int column = 0; column < header.size(); column++) {
      html.append(isNumeric(column) ? "<th class=\"number\">" : "<th>");
      html.append(Html.escaped(header.get(column))).append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      for (int column = 0; column < row.size(); column++) {
        html.append(isNumeric(column) ? "<td class=\"number\">" : "<td>");
        html.append(Html.escaped(row.get(column))).append("</td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  /** A column of which every cell begins like a number. */
  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.get(column).matches("[-+−]?[0-9].*|–|"));
  }
}
