package org.hamtlab.experiments.query;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.hamtlab.experiments.store.Json;

/**
 * What a statement gave.
 *
 * @param columns names
 * @param rows values: null, a boolean, a number, a text, or a list or map of these
 */
public record QueryResult(List<String> columns, List<List<Object>> rows) {

  static QueryResult of(ResultSet rows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      columns.add(meta.getColumnLabel(column));
    }
    List<List<Object>> values = new ArrayList<>();
    while (rows.next()) {
      List<Object> row = new ArrayList<>();
      for (int column = 1; column <= columns.size(); column++) {
        row.add(plain(rows.getObject(column)));
      }
      values.add(Collections.unmodifiableList(row));
    }
    return new QueryResult(columns, values);
  }

  private static Object plain(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Boolean truth -> truth;
      case Number number -> number;
      case DuckDBStruct struct -> plain(struct.getMap());
      case Map<?, ?> map -> {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          entries.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
        }
        yield entries;
      }
      case Array array -> plain(Arrays.asList((Object[]) array.getArray()));
      case List<?> list -> {
        List<Object> elements = new ArrayList<>();
        for (Object element : list) {
          elements.add(plain(element));
        }
        yield elements;
      }
      case JsonNode json -> Json.tree(json.toString());
      default -> value.toString();
    };
  }
}
