package org.hamtlab.registry;

import java.util.Optional;
import org.hamtlab.config.Treatment;

/**
 * One cell of the table of all combinations of strategies.
 *
 * @param treatment what is combined
 * @param exclusion why it is impossible; empty if it is possible
 */
public record Combination(Treatment treatment, Optional<String> exclusion) {

  /** Whether the treatment can be assembled. */
  public boolean isPossible() {
    return exclusion.isEmpty();
  }
}
