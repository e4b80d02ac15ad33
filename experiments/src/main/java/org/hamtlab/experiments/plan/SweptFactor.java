package org.hamtlab.experiments.plan;

import java.util.List;

/**
 * A factor of a sweep, with the levels that it is to take.
 *
 * @param name an axis, a parameter ({@code layout.span}), or a run-level key
 * @param levels its levels as phrases spell them; {@code default} leaves the baseline's
 */
public record SweptFactor(String name, List<String> levels) {

  /** Checks the name and copies the levels. */
  public SweptFactor {
    FactorPath.of(name);
    levels = List.copyOf(levels);
  }

  FactorPath path() {
    return FactorPath.of(name);
  }
}
