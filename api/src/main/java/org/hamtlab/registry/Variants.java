package org.hamtlab.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.Faults;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Traits;

/**
 * The default settings of a strategy, and the choices by which its traits differ: settings that
 * decide with which other strategies it can be combined.
 */
final class Variants {
  private final Installed installed;

  Variants(Installed installed) {
    this.installed = installed;
  }

  /** A strategy with all defaults, those of nested strategies included. */
  Selection defaults(InstalledStrategy strategy) {
    Faults faults = new Faults();
    Selection selection = new SelectionResolver(installed, faults).selection(strategy, List.of());
    faults.throwIfAny();
    return selection;
  }

  /**
   * The defaults, then one selection for every further combination of deciding choices, in the
   * order of declaration. Of choices that lead to equal traits only the first stays.
   */
  List<Selection> of(InstalledStrategy strategy) {
    Selection defaults = defaults(strategy);
    Map<Traits, Selection> byTraits = new LinkedHashMap<>();
    List<Selection> candidates = new ArrayList<>(List.of(defaults));
    for (ChoiceParameter deciding : deciding(strategy, defaults)) {
      for (Selection base : List.copyOf(candidates)) {
        deciding.choices().forEach(choice -> candidates.add(with(base, deciding, choice)));
      }
    }
    candidates.forEach(each -> byTraits.putIfAbsent(strategy.traits(each.settings()), each));
    return List.copyOf(byTraits.values());
  }

  /** The choice parameters whose value changes the traits of the defaults. */
  List<ChoiceParameter> deciding(InstalledStrategy strategy, Selection defaults) {
    List<ChoiceParameter> deciding = new ArrayList<>();
    for (Parameter<?> parameter : strategy.parameters()) {
      if (parameter instanceof ChoiceParameter choice
          && choice.choices().stream()
                  .map(each -> strategy.traits(with(defaults, choice, each).settings()))
                  .distinct()
                  .count()
              > 1) {
        deciding.add(choice);
      }
    }
    return deciding;
  }

  private static Selection with(Selection base, ChoiceParameter parameter, String choice) {
    Map<String, Object> values = new LinkedHashMap<>(base.settings().values());
    values.put(parameter.name(), choice);
    return new Selection(base.id(), new Settings(values));
  }
}
