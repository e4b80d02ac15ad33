package org.hamtlab.registry;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Faults;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.LongParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Phrase;
import org.hamtlab.config.Selection;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.spi.StrategyProvider;

/** What every provider has to keep to, checked when it is found and before anything uses it. */
final class ProviderRules {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern WORD = Pattern.compile("[^{}=,@\\s]+");
  private static final String REMEDY = " Repair or remove the plug-in.";

  private ProviderRules() {}

  /** What is wrong with the form of a provider class, as the end of a sentence. */
  static Optional<String> form(Class<?> type) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return Optional.of("its class is not public (expected a public class). Make it public.");
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      return Optional.of("its class is abstract (expected a final class). Name a subclass of it.");
    }
    boolean hasConstructor =
        Stream.of(type.getConstructors()).anyMatch(each -> each.getParameterCount() == 0);
    return hasConstructor
        ? Optional.empty()
        : Optional.of(
            "it has no public constructor without parameters (expected one). Add one, because the"
                + " assembler creates the provider again for each composition.");
  }

  /** The axes whose providers a provider is. */
  static List<Axis> axes(StrategyProvider provider) {
    List<Axis> axes = new ArrayList<>();
    if (provider instanceof HashMixerProvider) {
      axes.add(Axis.HASH);
    }
    if (provider instanceof NodeLayoutProvider) {
      axes.add(Axis.LAYOUT);
    }
    if (provider instanceof AllocatorProvider) {
      axes.add(Axis.ALLOCATOR);
    }
    if (provider instanceof PathCompressionProvider) {
      axes.add(Axis.COMPRESSION);
    }
    return axes;
  }

  /**
   * Asks a provider for its id and parameters and checks them.
   *
   * @param faults receives what is wrong
   * @return empty after a fault
   */
  static Optional<InstalledStrategy> inspect(Axis axis, StrategyProvider provider, Faults faults) {
    String place = Origin.of(provider.getClass());
    try {
      InstalledStrategy strategy =
          new InstalledStrategy(axis, provider.id().value(), provider, provider.parameters());
      List<String> wrong = parameterFaults(strategy.parameters());
      wrong.forEach(each -> faults.add(place + ": " + strategy.id() + "." + each + REMEDY));
      return wrong.isEmpty() ? Optional.of(strategy) : Optional.empty();
    } catch (RuntimeException | LinkageError failure) {
      faults.add(
          place
              + ": its id or parameters fail with "
              + cause(failure)
              + " (expected constants)."
              + REMEDY);
      return Optional.empty();
    }
  }

  /** What a provider threw, without what loading and initialising its class wrapped around it. */
  static Throwable cause(Throwable error) {
    boolean wraps =
        error instanceof ServiceConfigurationError || error instanceof ExceptionInInitializerError;
    return wraps && error.getCause() != null ? cause(error.getCause()) : error;
  }

  private static List<String> parameterFaults(List<Parameter<?>> parameters) {
    List<String> wrong = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Parameter<?> parameter : parameters) {
      String name = parameter.name();
      if (!NAME.matcher(name).matches()) {
        wrong.add(name + ": a name that phrases cannot spell (expected kebab-case).");
      }
      if (!names.add(name)) {
        wrong.add(name + ": declared twice (expected each name once).");
      }
      defaultFault(parameter).ifPresent(wrong::add);
      conditionFault(parameter, parameters).ifPresent(wrong::add);
    }
    return wrong;
  }

  private static Optional<String> defaultFault(Parameter<?> parameter) {
    boolean isPermitted =
        switch (parameter) {
          case IntParameter number ->
              number.min() <= number.defaultValue() && number.defaultValue() <= number.max();
          case LongParameter number ->
              number.min() <= number.defaultValue() && number.defaultValue() <= number.max();
          case ChoiceParameter choice ->
              choice.choices().stream().allMatch(each -> WORD.matcher(each).matches());
          case StrategyParameter nested -> isReadable(nested);
        };
    return isPermitted
        ? Optional.empty()
        : Optional.of(
            parameter.name()
                + ": "
                + (parameter instanceof ChoiceParameter
                    ? "choices that phrases cannot spell: "
                        + parameter.range()
                        + " (expected words without braces, '=', ',', '@' and spaces)."
                    : "default "
                        + parameter.defaultText()
                        + " (expected "
                        + parameter.range()
                        + ")."));
  }

  /** A condition leads to a parameter that always matters. */
  private static Optional<String> conditionFault(
      Parameter<?> parameter, List<Parameter<?>> declared) {
    Optional<Parameter<?>> awaited = Optional.of(parameter);
    for (int step = 0; awaited.isPresent() && step < declared.size(); step++) {
      if (awaited.get().condition().isEmpty()) {
        return Optional.empty();
      }
      String name = awaited.get().condition().get().parameter();
      awaited = declared.stream().filter(each -> each.name().equals(name)).findFirst();
    }
    return Optional.of(
        parameter.name()
            + ": matters only with "
            + parameter.condition().orElseThrow()
            + " (expected another parameter of the strategy, which does not wait for this one).");
  }

  private static boolean isReadable(StrategyParameter parameter) {
    Faults syntax = new Faults();
    Phrase.parseValue(parameter.defaultText(), syntax);
    boolean isNone = parameter.defaultText().equals(Selection.NONE.name());
    return syntax.isEmpty()
        && (parameter.mayBeNone() || !isNone || parameter.axis() == Axis.COMPRESSION);
  }
}
