package org.hamtlab.experiments.design;

import java.util.Arrays;
import java.util.List;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.DidYouMean;

/** How a sweep chooses its treatments. */
public enum Design {
  /** Every combination of factor levels. */
  FULL_FACTORIAL("full-factorial"),
  /** The baseline, and once for each other level of each factor the baseline with that level. */
  ONE_AT_A_TIME("one-at-a-time"),
  /** From one treatment to another by one change after the other, from both ends. */
  ABLATION("ablation"),
  /** A covering array: every possible pair of levels of two factors. */
  PAIRWISE("pairwise"),
  /** A covering array: every possible triple of levels of three factors. */
  THREE_WAY("3-way"),
  /** A two-level fractional factorial, which aliases effects and says which. */
  SCREENING("screening"),
  /** The phrases that are named. */
  LISTED("listed");

  private final String id;

  Design(String id) {
    this.id = id;
  }

  /** The word in sweep files and plans. */
  public String id() {
    return id;
  }

  /** The design of a word. */
  public static Design of(String id) {
    List<String> ids = Arrays.stream(values()).map(Design::id).toList();
    return Arrays.stream(values())
        .filter(d -> d.id.equals(id))
        .findFirst()
        .orElseThrow(() ->
            new ConfigurationException(
                "design: '"
                    + id
                    + "' (expected "
                    + String.join("|", ids)
                    + ")."
                    + DidYouMean.sentence(id, ids)));
  }
}
