package org.hamtlab.experiments.query;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.terminal.Table;

/** A result as a table for eyes, as JSON, and as comma-separated values. */
enum QueryOutput {
  /** Aligned columns; numbers with six digits. */
  TABLE {
    @Override
    void print(QueryResult result, PrintWriter out) {
      Table table = new Table().row(result.columns().toArray(String[]::new));
      result.rows().forEach(row -> table.row(row.stream().map(this::cell).toArray(String[]::new)));
      table.print(out);
      out.printf("(%d %s)%n", result.rows().size(), result.rows().size() == 1 ? "row" : "rows");
    }

    private String cell(Object value) {
      return switch (value) {
        case null -> "";
        case Double number -> shortened(number);
        case Float number -> shortened(number);
        case List<?> list ->
            list.stream().map(this::cell).collect(Collectors.joining(" ", "[", "]"));
        default -> text(value).replace('\n', ' ');
      };
    }

    private String shortened(double number) {
      boolean isPlain = number == 0 || Math.abs(number) >= 1e-4 && Math.abs(number) < 1e15;
      return isPlain
          ? new java.math.BigDecimal(number)
              .round(new java.math.MathContext(6))
              .stripTrailingZeros()
              .toPlainString()
          : String.format(Locale.ROOT, "%.5e", number);
    }
  },

  /** A list of objects; of two columns of one name the last stays. */
  JSON {
    @Override
    void print(QueryResult result, PrintWriter out) {
      List<Map<String, Object>> objects =
          result.rows().stream()
              .map(row -> {
                Map<String, Object> object = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                  object.put(result.columns().get(i), row.get(i));
                }
                return object;
              })
              .toList();
      out.print(Json.pretty(objects));
    }
  },

  /** As RFC 4180 has it, with a header; lists and structures as JSON. */
  CSV {
    @Override
    void print(QueryResult result, PrintWriter out) {
      line(result.columns(), out);
      result.rows().forEach(row -> line(row, out));
    }

    private void line(List<?> values, PrintWriter out) {
      out.print(
          values.stream()
              .map(value -> value == null ? "" : quoted(text(value)))
              .collect(Collectors.joining(",", "", "\r\n")));
    }

    private String quoted(String text) {
      boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
  };

  abstract void print(QueryResult result, PrintWriter out);

  private static String text(Object value) {
    return value instanceof List || value instanceof Map ? Json.line(value) : value.toString();
  }
}
