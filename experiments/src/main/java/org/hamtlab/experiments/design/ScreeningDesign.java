package org.hamtlab.experiments.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A two-level design for many factors in few runs: a row has +1 or −1 for each factor.
 *
 * <p><b>Source.</b> Regular fractions 2^(k−p) with the generators of minimum aberration tabulated
 * in NIST/SEMATECH e-Handbook of Statistical Methods, 5.3.3.4.7, after Box, Hunter and Hunter,
 * "Statistics for Experimenters", 1978; resolution III also from Plackett and Burman, "The design
 * of optimum multifactorial experiments", Biometrika 33(4), 1946, doi:10.1093/biomet/33.4.305.
 *
 * <p><b>Deviation.</b> +1 stands for the baseline's level, so that the row of all +1, the baseline,
 * is in every design; rows of Plackett and Burman are therefore negated.
 *
 * @param name such as {@code 2^(7-4)} or {@code Plackett-Burman 12}
 * @param rows the runs
 */
public record ScreeningDesign(String name, List<int[]> rows) {
  /** Factors of the largest design. */
  public static final int MOST_FACTORS = 23;

  /** Generators by number of factors: of resolution IV or more, in as few runs as possible. */
  private static final String[] RESOLUTION_IV = {
    "",
    "",
    "",
    "ABC",
    "ABCD",
    "ABC BCD",
    "ABC BCD ACD",
    "BCD ACD ABC ABD",
    "BCDE ACDE ABDE ABCE",
    "ABCD ABCE ABDE ACDE BCDE",
    "ABC BCD CDE ACD ADE BDE"
  };

  /** The same for resolution III. */
  private static final String[] RESOLUTION_III = {
    "", "", "AB", "ABC", "AB AC", "AB AC BC", "AB AC BC ABC"
  };

  private static final String PB_12 = "++-+++---+-";
  private static final String PB_20 = "++--++++-+-+----++-";
  private static final String PB_24 = "+++++-+-++--++--+-+----";

  /**
   * The smallest design for some factors.
   *
   * @param factors how many factors
   * @param resolution at least this, 3 or 4
   * @return empty if none is tabulated
   */
  public static Optional<ScreeningDesign> of(int factors, int resolution) {
    String[] table = resolution == 3 ? RESOLUTION_III : RESOLUTION_IV;
    if (factors >= 1 && factors <= table.length) {
      String generators = table[factors - 1];
      return Optional.of(
          regular(factors, generators.isEmpty() ? List.of() : List.of(generators.split(" "))));
    }
    return resolution == 3 && factors <= MOST_FACTORS
        ? Optional.of(plackettBurman(factors))
        : Optional.empty();
  }

  private static ScreeningDesign regular(int factors, List<String> generators) {
    int basic = factors - generators.size();
    List<int[]> rows = new ArrayList<>();
    for (int run = 0; run < 1 << basic; run++) {
      int[] row = new int[factors];
      for (int factor = 0; factor < basic; factor++) {
        row[factor] = (run >> factor & 1) == 0 ? 1 : -1;
      }
      for (int i = 0; i < generators.size(); i++) {
        row[basic + i] =
            generators.get(i).chars().map(c -> row[c - 'A']).reduce(1, (a, b) -> a * b);
      }
      rows.add(row);
    }
    String name =
        "2^" + (generators.isEmpty() ? factors : "(" + factors + "-" + generators.size() + ")");
    return new ScreeningDesign(name, rows);
  }

  private static ScreeningDesign plackettBurman(int factors) {
    String first = factors <= 11 ? PB_12 : factors <= 19 ? PB_20 : PB_24;
    int runs = first.length() + 1;
    List<int[]> rows = new ArrayList<>();
    for (int run = 0; run < runs - 1; run++) {
      int shift = run;
      rows.add(
          IntStream.range(0, factors)
              .map(i -> first.charAt((i - shift + runs - 1) % (runs - 1)) == '+' ? -1 : 1)
              .toArray());
    }
    rows.addFirst(IntStream.range(0, factors).map(i -> 1).toArray());
    return new ScreeningDesign("Plackett-Burman " + runs, rows);
  }
}
