package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A factor level taken apart: {@code pool{slots=16,parent=arena{…}}} has the name {@code pool} and
 * two settings.
 *
 * @param name id of the strategy
 * @param settings its settings, nested ones unparsed
 */
record LevelText(String name, List<String> settings) {

  static LevelText of(String level) {
    int brace = level.indexOf('{');
    if (brace < 0) {
      return new LevelText(level, List.of());
    }
    return new LevelText(
        level.substring(0, brace), split(level.substring(brace + 1, level.length() - 1)));
  }

  private static List<String> split(String settings) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < settings.length(); i++) {
      char c = settings.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(settings.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(settings.substring(start));
    return parts;
  }
}
