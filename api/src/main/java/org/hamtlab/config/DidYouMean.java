package org.hamtlab.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known word that a mistyped one was probably meant to be: the nearest one by edit
 * distance (insertion, deletion, replacement, swap of neighbours), or one that contains the word or
 * begins as it does up to its last letter ({@code measure} for {@code measuring}).
 */
public final class DidYouMean {
  private static final int MOST_EDITS = 3;
  private static final int SHORTEST_PART = 3;
  private static final int SHORTEST_STEM = 4;

  private DidYouMean() {}

  /** A question to append to an error, with a space in front; empty if nothing is near. */
  public static String sentence(String word, Collection<String> known) {
    return nearest(word, known).map(found -> " Did you mean '" + found + "'?").orElse("");
  }

  /**
   * The known word that is nearest. A word of n letters may be (n + 1) / 3 edits away, at most 3,
   * so that short words do not match everything.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String typed = word.toLowerCase(Locale.ROOT);
    int permitted = Math.min(MOST_EDITS, (typed.length() + 1) / 3);
    Optional<String> near =
        known.stream()
            .filter(candidate -> distance(typed, candidate) <= permitted)
            .min(
                Comparator.comparingInt((String candidate) -> distance(typed, candidate))
                    .thenComparing(Comparator.naturalOrder()));
    return near.or(() -> containing(typed, known)).or(() -> ofOneStem(typed, known));
  }

  private static Optional<String> ofOneStem(String typed, Collection<String> known) {
    String stem = typed.substring(0, Math.max(0, typed.length() - 1));
    return stem.length() < SHORTEST_STEM
        ? Optional.empty()
        : known.stream()
            .filter(candidate -> candidate.startsWith(stem))
            .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  }

  private static Optional<String> containing(String typed, Collection<String> known) {
    return typed.length() < SHORTEST_PART
        ? Optional.empty()
        : known.stream()
            .filter(candidate -> candidate.contains(typed))
            .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  }

  /** Optimal string alignment distance, row by row. */
  static int distance(String left, String right) {
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    Arrays.setAll(last, index -> index);
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = last[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (swapped(left, i, right, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[right.length()];
  }

  private static boolean swapped(String left, int i, String right, int j) {
    return i > 1
        && j > 1
        && left.charAt(i - 1) == right.charAt(j - 2)
        && left.charAt(i - 2) == right.charAt(j - 1);
  }
}
