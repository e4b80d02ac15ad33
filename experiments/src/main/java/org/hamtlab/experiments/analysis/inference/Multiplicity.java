package org.hamtlab.experiments.analysis.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Adjusts the p-values of a family, so that one of many is not taken for one alone. */
public enum Multiplicity {
  /**
   * Bounds the probability of any false claim; for confirmatory families.
   *
   * <p>Source: S. Holm, Scand. J. Statist. 6, 1979, 65–70.
   */
  HOLM("Holm") {
    @Override
    void adjust(double[] sorted) {
      for (int i = 0; i < sorted.length; i++) {
        double scaled = Math.min(1, (sorted.length - i) * sorted[i]);
        sorted[i] = i == 0 ? scaled : Math.max(sorted[i - 1], scaled);
      }
    }
  },
  /**
   * Bounds the expected share of false claims; for exploratory families.
   *
   * <p>Source: Y. Benjamini, Y. Hochberg, J. R. Statist. Soc. B 57, 1995, 289–300.
   */
  BENJAMINI_HOCHBERG("Benjamini-Hochberg") {
    @Override
    void adjust(double[] sorted) {
      for (int i = sorted.length - 1; i >= 0; i--) {
        double scaled = Math.min(1, sorted[i] * sorted.length / (i + 1));
        sorted[i] = i == sorted.length - 1 ? scaled : Math.min(sorted[i + 1], scaled);
      }
    }
  };

  private final String title;

  Multiplicity(String title) {
    this.title = title;
  }

  /** The method that a kind of family takes. */
  public static Multiplicity of(boolean exploratory) {
    return exploratory ? BENJAMINI_HOCHBERG : HOLM;
  }

  /** Name in outputs. */
  public String title() {
    return title;
  }

  /** Adjusted p-values, in the order given. */
  public double[] adjusted(double[] p) {
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] sorted = Arrays.stream(order).mapToDouble(i -> p[i]).toArray();
    adjust(sorted);
    double[] adjusted = new double[p.length];
    for (int i = 0; i < order.length; i++) {
      adjusted[order[i]] = sorted[i];
    }
    return adjusted;
  }

  abstract void adjust(double[] sorted);
}
