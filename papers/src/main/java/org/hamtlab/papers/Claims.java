package org.hamtlab.papers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.papers.mojohamt.SparseTrieClaim;

/** The ledger: every claim that is re-tested, in its order. */
public final class Claims {
  private Claims() {}

  /** All claims. */
  public static List<Claim> all() {
    return List.of(new SparseTrieClaim());
  }

  /** The claim with an id, in upper or lower case. */
  public static Claim of(String id) {
    return all().stream()
        .filter(claim -> claim.id().equals(id.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new ConfigurationException(
                "claim: '"
                    + id
                    + "' is not in the ledger. There: "
                    + all().stream().map(Claim::id).collect(Collectors.joining(", "))
                    + "."));
  }
}
