package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;

/**
 * The parts of phrases that the profile {@code full} puts into its baseline, one at a time: every
 * strategy that is installed, and of its main parameters every value but the default. Main ones are
 * choices, and numbers of so few values that all of them can be measured.
 */
final class OneAtATime {
  private static final int FEW_VALUES = 4;

  private OneAtATime() {}

  /** Every part, axis by axis, such as {@code layout=champ{span=3}}. */
  static List<String> parts(Registry registry) {
    List<String> parts = new ArrayList<>();
    for (Axis axis : Axis.values()) {
      for (StrategyProvider provider : registry.providers(axis)) {
        String strategy = axis.key() + "=" + provider.id();
        parts.add(strategy);
        for (Parameter<?> parameter : provider.parameters()) {
          values(parameter)
              .filter(value -> !value.equals(parameter.defaultText()))
              .forEach(value -> parts.add(strategy + "{" + parameter.name() + "=" + value + "}"));
        }
      }
    }
    return parts;
  }

  private static Stream<String> values(Parameter<?> parameter) {
    return switch (parameter) {
      case ChoiceParameter choice -> choice.choices().stream();
      case IntParameter number when (long) number.max() - number.min() < FEW_VALUES ->
          IntStream.rangeClosed(number.min(), number.max()).mapToObj(Integer::toString);
      case IntParameter number -> Stream.empty();
      case LongParameter number -> Stream.empty();
      case StrategyParameter nested -> Stream.empty();
    };
  }
}
