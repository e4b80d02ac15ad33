package org.hamtlab.experiments.composition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;

/** Draws treatments: any strategy on every axis, any value of every parameter, nested ones too. */
public final class RandomTreatments {
  /** Whole numbers are drawn up to here, so that small maps meet the limits of reserves. */
  private static final int LARGEST = 4096;

  /** Decorators and parents stand at most so deep. */
  private static final int DEEPEST = 3;

  /** Allocators whose numbers say what they refuse; a history of a map wants every request. */
  private static final Set<String> REFUSING = Set.of("faulty", "quota");

  /** What stands below the deepest; it needs no parent. */
  private static final String BOTTOM = "arena";

  private final Registry registry;
  private final RandomGenerator random;

  /**
   * Draws from what is installed.
   *
   * @param registry what is installed
   * @param random fixes the draws
   */
  public RandomTreatments(Registry registry, RandomGenerator random) {
    this.registry = registry;
    this.random = random;
  }

  /** The next treatment that is possible. */
  public Treatment next() {
    while (true) {
      Treatment drawn =
          new Treatment(
              selection(Axis.HASH, 0),
              selection(Axis.LAYOUT, 0),
              selection(Axis.ALLOCATOR, 0),
              selection(Axis.COMPRESSION, 0),
              random.nextInt(8) == 0 ? AssemblyMode.FUSED : AssemblyMode.SHARED);
      if (registry.exclusion(drawn).isEmpty()) {
        return drawn;
      }
    }
  }

  private Selection selection(Axis axis, int depth) {
    List<StrategyProvider> providers = registry.providers(axis);
    StrategyProvider provider = providers.get(random.nextInt(providers.size()));
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter<?> parameter : provider.parameters()) {
      boolean isFixed =
          REFUSING.contains(provider.id().value()) && parameter instanceof IntParameter;
      values.put(
          parameter.name(),
          isFixed ? ((IntParameter) parameter).defaultValue() : value(parameter, depth));
    }
    return Selection.of(provider.id(), new Settings(values));
  }

  private Object value(Parameter<?> parameter, int depth) {
    return switch (parameter) {
      case IntParameter number -> number(number);
      case LongParameter number -> random.nextLong(number.min(), number.max());
      case ChoiceParameter choice -> choice.choices().get(random.nextInt(choice.choices().size()));
      case StrategyParameter nested -> nested(nested, depth);
    };
  }

  private int number(IntParameter number) {
    int last = Math.min(number.max(), Math.max(LARGEST, number.min()));
    int bound = Math.min(last, number.min() + (1 << random.nextInt(1, 13)));
    return random.nextInt(number.min(), bound + 1);
  }

  /** Always a strategy, never none: a reserve without a parent runs out, as it should. */
  private Selection nested(StrategyParameter parameter, int depth) {
    return depth == DEEPEST
        ? registry.selection(parameter.axis(), BOTTOM)
        : selection(parameter.axis(), depth + 1);
  }
}
