package org.hamtlab.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.DidYouMean;
import org.hamtlab.config.Faults;

/** The strategies that are installed, by axis and id. Immutable. */
final class Installed {
  private final Map<Axis, SortedMap<String, InstalledStrategy>> byAxis = new EnumMap<>(Axis.class);

  /**
   * Sorts strategies by axis and id.
   *
   * @param faults receives a fault for every id that two classes claim
   */
  Installed(Collection<InstalledStrategy> strategies, Faults faults) {
    for (Axis axis : Axis.values()) {
      byAxis.put(axis, new TreeMap<>());
    }
    for (InstalledStrategy strategy : strategies) {
      InstalledStrategy other = byAxis.get(strategy.axis()).putIfAbsent(strategy.id(), strategy);
      if (other != null && other.provider().getClass() != strategy.provider().getClass()) {
        faults.add(duplicate(other, strategy));
      }
    }
  }

  private static String duplicate(InstalledStrategy one, InstalledStrategy other) {
    return one.axis()
        + ": '"
        + one.id()
        + "' is claimed twice (expected one class for each id). "
        + Origin.of(one.provider().getClass())
        + " and "
        + Origin.of(other.provider().getClass())
        + " both claim it. Remove one of them, or give one an id with its maker's name in front.";
  }

  Collection<InstalledStrategy> on(Axis axis) {
    return Collections.unmodifiableCollection(byAxis.get(axis).values());
  }

  List<InstalledStrategy> all() {
    List<InstalledStrategy> all = new ArrayList<>();
    byAxis.values().forEach(strategies -> all.addAll(strategies.values()));
    return all;
  }

  Optional<InstalledStrategy> find(Axis axis, String id) {
    return Optional.ofNullable(byAxis.get(axis).get(id));
  }

  InstalledStrategy get(Axis axis, String id) {
    return find(axis, id)
        .orElseThrow(() -> new ConfigurationException(unknown(axis.key(), axis, id)));
  }

  /** The error about an id that nobody provides; the subject is an axis or a parameter. */
  String unknown(String subject, Axis axis, String id) {
    Collection<String> ids = byAxis.get(axis).keySet();
    return subject
        + ": '"
        + id
        + "' is not installed. Installed: "
        + (ids.isEmpty() ? "nothing" : String.join(", ", ids))
        + "."
        + (ids.isEmpty()
            ? " Put a jar that provides a strategy for axis " + axis + " on the class path."
            : DidYouMean.sentence(id, ids));
  }
}
