package org.hamtlab.experiments.query;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * The SQL types of the components of records, so that an empty file has the columns of a full one,
 * and a column its type, whatever the first lines hold.
 */
final class SqlTypes {
  private SqlTypes() {}

  /** Columns of a record in the spelling of the engine's JSON reader. */
  static String columns(Class<? extends Record> type) {
    return join(type, (name, sql) -> name + ": '" + sql.replace("'", "''") + "'", "{", "}");
  }

  /** The type of one component. */
  static String of(Type type) {
    return switch (type) {
      case Class<?> plain when plain == int.class -> "INTEGER";
      case Class<?> plain when plain == long.class -> "BIGINT";
      case Class<?> plain when plain == double.class || plain == Double.class -> "DOUBLE";
      case Class<?> plain when plain == boolean.class -> "BOOLEAN";
      case Class<?> plain when plain == String.class -> "VARCHAR";
      case Class<?> plain when plain == OptionalDouble.class -> "DOUBLE";
      case Class<?> plain when plain == Integer.class -> "INTEGER";
      case Class<?> plain when plain == Long.class -> "BIGINT";
      case Class<?> plain when plain.isArray() -> of(plain.getComponentType()) + "[]";
      case Class<?> plain when plain.isRecord() ->
          join(plain, (name, sql) -> name + " " + sql, "STRUCT(", ")");
      case ParameterizedType list when list.getRawType() == List.class ->
          of(list.getActualTypeArguments()[0]) + "[]";
      case ParameterizedType optional when optional.getRawType() == Optional.class ->
          of(optional.getActualTypeArguments()[0]);
      case ParameterizedType map when map.getRawType() == Map.class ->
          "MAP(VARCHAR, " + of(map.getActualTypeArguments()[1]) + ")";
      default -> "JSON";
    };
  }

  private static String join(
      Class<?> type, BinaryOperator<String> column, String open, String close) {
    return Arrays.stream(type.getRecordComponents())
        .map(component -> column.apply(quoted(component), of(component.getGenericType())))
        .collect(Collectors.joining(", ", open, close));
  }

  private static String quoted(RecordComponent component) {
    return '"' + component.getName() + '"';
  }
}
