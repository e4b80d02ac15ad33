package org.hamtlab.experiments.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Aligned columns for a terminal; columns of numbers are set flush right by their caller. */
public final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Prints all rows. */
  public void print(PrintWriter out) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String padding = " ".repeat(widths[column] - cell.length());
        boolean flushRight = isNumber(cell);
        line.append(flushRight ? padding + cell : cell + padding).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static boolean isNumber(String cell) {
    return !cell.isEmpty()
        && (Character.isDigit(cell.charAt(cell.length() - 1)) || cell.endsWith("%"))
        && (Character.isDigit(cell.charAt(0)) || cell.charAt(0) == '-' || cell.charAt(0) == '+');
  }
}
