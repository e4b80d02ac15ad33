package org.hamtlab.experiments.covering;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.StrategyParameter;

/**
 * The levels of a parameter: every choice; of a number both ends, the default and one in between.
 * Of sizes of memory the upper end is what hundreds of maps can afford.
 */
final class LevelChoice {
  /** The largest number of slots, or of blocks: 256 KiB of words. */
  private static final int MOST_SLOTS = 1 << 16;

  private static final Set<String> SIZES = Set.of("slots", "blocks");

  /** Allocators whose numbers say what they refuse; a history of a map wants every request. */
  private static final Set<String> REFUSING = Set.of("faulty", "quota");

  private LevelChoice() {}

  /** Values in ascending order, or in that of declaration. */
  static List<?> of(String strategy, Parameter<?> parameter) {
    return switch (parameter) {
      case ChoiceParameter choice -> choice.choices();
      case IntParameter number when REFUSING.contains(strategy) -> List.of(number.defaultValue());
      case IntParameter number -> numbers(number);
      case LongParameter number ->
          LongStream.of(number.min(), number.defaultValue(), number.max() / 3, number.max())
              .sorted()
              .distinct()
              .boxed()
              .toList();
      case StrategyParameter nested ->
          throw new IllegalArgumentException(
              "covering: "
                  + nested.name()
                  + " (expected a value). Parents are a factor of theirs.");
    };
  }

  private static List<Integer> numbers(IntParameter number) {
    int most = SIZES.contains(number.unit()) ? Math.max(MOST_SLOTS, number.min()) : number.max();
    int max = Math.min(number.max(), most);
    int between = (int) Math.sqrt((number.min() + 1.0) * (max + 1.0));
    return IntStream.of(number.min(), Math.min(number.defaultValue(), max), between, max)
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }
}
