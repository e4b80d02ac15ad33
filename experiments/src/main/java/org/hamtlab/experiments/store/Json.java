package org.hamtlab.experiments.store;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the records of a bundle become JSON: components in their order, one object a line. */
public final class Json {
  private static final JsonMapper LINES =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
  private static final JsonMapper PRETTY =
      LINES.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /** One line of JSON. */
  public static String line(Object value) {
    return LINES.writeValueAsString(value);
  }

  /** Indented JSON. */
  public static String pretty(Object value) {
    return PRETTY.writeValueAsString(value) + "\n";
  }

  /** Reads text of which no record is known. */
  public static JsonNode tree(String text) {
    return LINES.readTree(text);
  }

  /** Reads one value. */
  public static <T> T parse(String text, Class<T> type) {
    return LINES.readValue(text, type);
  }
}
