package org.hamtlab.layout;

import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Condition;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.spi.HashDigits;

/** The parameters that layouts of ours share, declared once. */
public final class LayoutParameters {
  /** Hash bits of a level. */
  public static final IntParameter SPAN =
      new IntParameter("span", "bits", 3, 6, 5, "Hash bits consumed per level.");

  /** Which end of the hash the root consumes. */
  public static final ChoiceParameter BIT_ORDER =
      new ChoiceParameter(
          "bit-order",
          "",
          List.of("low-first", "high-first"),
          "low-first",
          "Which end of the hash the root consumes.");

  /** How many bits of the mixed hash the trie uses. */
  public static final ChoiceParameter HASH_BITS =
      new ChoiceParameter(
          "hash-bits",
          "bits",
          List.of("32", "60", "64"),
          "32",
          "How many low bits of the mixed hash the trie uses.");

  private static final ChoiceParameter ARRAYS =
      new ChoiceParameter(
          "arrays",
          "",
          List.of("exact", "rounded", "doubling"),
          "exact",
          "Whether child arrays have exact size, one rounded up to a step, or double.");
  private static final ChoiceParameter COLLISIONS = collisions("list");
  private static final IntParameter MIN_CAPACITY =
      new IntParameter(
              "min-capacity",
              "slots",
              1,
              64,
              4,
              "Smallest capacity of a doubling child array; step of a rounded one.")
          .onlyWith(ARRAYS.is("rounded", "doubling"));

  private LayoutParameters() {}

  /** How entries of one path are kept, with the default of a layout. */
  public static ChoiceParameter collisions(String defaultText) {
    return new ChoiceParameter(
        "collisions",
        "",
        List.of("list", "sorted"),
        defaultText,
        "Whether colliding entries beyond "
            + SortedEntries.LARGEST_LIST
            + " are sorted by Comparable keys or stay a list.");
  }

  /** Whether entries of one path are sorted. */
  public static boolean sortsCollisions(Settings settings) {
    return settings.get(COLLISIONS).equals("sorted");
  }

  /** All of them, in the order of the phrase. */
  public static List<Parameter<?>> all() {
    return List.of(SPAN, BIT_ORDER, HASH_BITS, ARRAYS, MIN_CAPACITY, COLLISIONS);
  }

  /** As {@link #all()}, for a layout that has child arrays of these sizes on a condition. */
  public static List<Parameter<?>> all(Condition arrays) {
    return List.of(SPAN, BIT_ORDER, HASH_BITS, ARRAYS.onlyWith(arrays), MIN_CAPACITY, COLLISIONS);
  }

  /** How hashes are cut. */
  public static HashDigits digits(Settings settings) {
    return digits(settings.get(SPAN), settings);
  }

  /** How hashes are cut, with a span of another range. */
  public static HashDigits digits(int span, Settings settings) {
    return new HashDigits(
        span, settings.number(HASH_BITS), settings.get(BIT_ORDER).equals("high-first"));
  }

  /** How child arrays are sized. */
  public static ArraySizes arrays(Settings settings) {
    int slots = settings.get(MIN_CAPACITY);
    return switch (settings.get(ARRAYS)) {
      case "rounded" -> ArraySizes.rounded(slots);
      case "doubling" -> ArraySizes.doubling(slots);
      default -> ArraySizes.exact();
    };
  }
}
