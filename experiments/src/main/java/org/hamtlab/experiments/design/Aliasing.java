package org.hamtlab.experiments.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which main effects and interactions of two factors a two-level design cannot tell apart, worked
 * out from its rows: two effects are aliased as far as their columns of signs are correlated.
 */
public final class Aliasing {
  private final List<int[]> rows;
  private final Map<String, int[]> columns = new LinkedHashMap<>();
  private final int factors;

  /** Works out the columns of a design. */
  public Aliasing(List<int[]> rows, List<String> factors) {
    this.rows = rows;
    this.factors = factors.size();
    for (int i = 0; i < factors.size(); i++) {
      int factor = i;
      columns.put(factors.get(i), rows.stream().mapToInt(row -> row[factor]).toArray());
    }
    for (int[] pair : Cells.choose(factors.size(), 2)) {
      columns.put(
          factors.get(pair[0]) + " × " + factors.get(pair[1]),
          rows.stream().mapToInt(row -> row[pair[0]] * row[pair[1]]).toArray());
    }
  }

  /**
   * One sentence for each main effect that is aliased, wholly or in part, and for each interaction
   * that is wholly aliased with others alone.
   */
  public List<String> sentences() {
    List<String> names = List.copyOf(columns.keySet());
    List<String> sentences = new ArrayList<>();
    boolean[] told = new boolean[names.size()];
    for (int i = 0; i < names.size(); i++) {
      if (told[i]) {
        continue;
      }
      Map<String, List<String>> byStrength = new LinkedHashMap<>();
      for (int j = i + 1; j < names.size(); j++) {
        double r = correlation(columns.get(names.get(i)), columns.get(names.get(j)));
        if (Math.abs(r) > 1e-9 && !told[j]) {
          told[j] = Math.abs(r) > 1 - 1e-9;
          byStrength.computeIfAbsent(strength(r), any -> new ArrayList<>()).add(names.get(j));
        }
      }
      String name = names.get(i);
      boolean isMain = i < factors;
      byStrength.forEach((strength, others) -> {
        if (isMain || strength.isEmpty()) {
          sentences.add(name + strength + " with " + String.join(" and ", others));
        }
      });
    }
    return sentences;
  }

  private static String strength(double r) {
    return Math.abs(r) > 1 - 1e-9 ? "" : String.format(Locale.ROOT, ", by %.2f,", Math.abs(r));
  }

  /** Signs are balanced in the designs that are tabulated, so this is a mean of products. */
  private double correlation(int[] left, int[] right) {
    long sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      sum += (long) left[i] * right[i];
    }
    return (double) sum / rows.size();
  }

  /** The resolution: 3 if a main effect is aliased with an interaction, else 4 or more. */
  public int resolution() {
    List<int[]> all = List.copyOf(columns.values());
    for (int i = 0; i < factors; i++) {
      for (int j = factors; j < all.size(); j++) {
        if (Math.abs(correlation(all.get(i), all.get(j))) > 1e-9) {
          return 3;
        }
      }
    }
    return 4;
  }
}
