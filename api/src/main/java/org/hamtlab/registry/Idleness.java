package org.hamtlab.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Condition;
import org.hamtlab.config.Faults;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Treatment;

/** Finds the parameters whose conditions do not hold, nested strategies included. */
final class Idleness {
  private final Installed installed;

  Idleness(Installed installed) {
    this.installed = installed;
  }

  /** The idle parameters of a treatment, in the order of its phrase. */
  List<IdleParameter> of(Treatment treatment) {
    List<IdleParameter> idle = new ArrayList<>();
    for (Axis axis : Axis.values()) {
      add(axis.key(), axis, treatment.on(axis), idle);
    }
    return idle;
  }

  private void add(String factor, Axis axis, Selection selection, List<IdleParameter> idle) {
    if (selection.isNone()) {
      return;
    }
    InstalledStrategy strategy = installed.get(axis, selection.name());
    for (Parameter<?> parameter : strategy.parameters()) {
      String name = factor + "." + parameter.name();
      Object value = selection.settings().get(parameter);
      Optional<Condition> unmet = strategy.unmet(parameter, selection.settings());
      if (unmet.isPresent()) {
        Object defaultValue = defaultOf(strategy, parameter);
        idle.add(new IdleParameter(name, value, defaultValue, unmet.get()));
      } else if (parameter instanceof StrategyParameter nested) {
        add(name, nested.axis(), (Selection) value, idle);
      }
    }
  }

  /** A treatment with its idle parameters at their defaults. */
  Treatment plain(Treatment treatment) {
    Treatment plain = treatment;
    for (Axis axis : Axis.values()) {
      plain = plain.with(axis, plain(axis, treatment.on(axis)));
    }
    return plain;
  }

  private Selection plain(Axis axis, Selection selection) {
    if (selection.isNone()) {
      return selection;
    }
    InstalledStrategy strategy = installed.get(axis, selection.name());
    Map<String, Object> values = new LinkedHashMap<>(selection.settings().values());
    for (Parameter<?> parameter : strategy.parameters()) {
      if (strategy.unmet(parameter, selection.settings()).isPresent()) {
        values.put(parameter.name(), defaultOf(strategy, parameter));
      } else if (parameter instanceof StrategyParameter nested) {
        values.put(nested.name(), plain(nested.axis(), selection.settings().get(nested)));
      }
    }
    return new Selection(selection.id(), new Settings(values));
  }

  private Object defaultOf(InstalledStrategy strategy, Parameter<?> parameter) {
    Faults faults = new Faults();
    Object value =
        new SelectionResolver(installed, faults)
            .defaultOf(strategy.id() + "." + parameter.name(), parameter);
    faults.throwIfAny();
    return value;
  }
}
