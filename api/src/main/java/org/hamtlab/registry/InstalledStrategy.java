package org.hamtlab.registry;

import java.util.List;
import java.util.Optional;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Condition;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.StrategyProvider;

/**
 * A provider and what it said of itself when it was found, so that it is asked once.
 *
 * @param axis the axis that it serves
 * @param id its id
 * @param provider the provider
 * @param parameters its parameters, in canonical order
 */
record InstalledStrategy(
    Axis axis, String id, StrategyProvider provider, List<Parameter<?>> parameters) {

  InstalledStrategy {
    parameters = List.copyOf(parameters);
  }

  Optional<Parameter<?>> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /**
   * Why a parameter is idle: the condition that does not hold, its own or that of a parameter whose
   * value it waits for. Empty if it matters.
   */
  Optional<Condition> unmet(Parameter<?> parameter, Settings settings) {
    Optional<Condition> own = parameter.condition();
    if (own.isEmpty() || !own.get().holds(settings)) {
      return own;
    }
    return parameter(own.get().parameter()).flatMap(other -> unmet(other, settings));
  }

  Traits traits(Settings settings) {
    try {
      return provider.traits(settings);
    } catch (RuntimeException failure) {
      throw new ConfigurationException(
          Origin.of(provider.getClass())
              + ": traits of "
              + id
              + settings
              + " fail with "
              + failure
              + " (expected an answer for all permitted settings). Repair or remove the plug-in.",
          failure);
    }
  }
}
