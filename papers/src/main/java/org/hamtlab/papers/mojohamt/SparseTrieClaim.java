package org.hamtlab.papers.mojohamt;

import java.util.List;
import org.hamtlab.experiments.count.Counters;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Verdict;
import org.hamtlab.registry.Registry;

/**
 * Claim B1: the node counts that mojo-hamt reports for 100,000 sequential keys.
 *
 * <p><b>Source.</b> Seed 001, "Tree Analysis (100K Entries)".
 */
public final class SparseTrieClaim implements Claim {
  private static final String PHRASE = "@mojo-hamt";
  private static final String KEYS = "sequential:100000";
  private static final Found PUBLISHED = new Found(687_212, 787_211, 1.145514048066681, 10);

  /** The four published numbers. */
  record Found(long internalNodes, long childPointers, double childrenPerNode, int maxDepth) {
    @Override
    public String toString() {
      return internalNodes
          + " internal nodes, "
          + childPointers
          + " child pointers, "
          + childrenPerNode
          + " children per node, depth "
          + maxDepth;
    }
  }

  /** Creates the claim. */
  public SparseTrieClaim() {}

  @Override
  public String id() {
    return "B1";
  }

  @Override
  public String statement() {
    return "100,000 sequential keys make " + PUBLISHED + " of 10.";
  }

  @Override
  public String source() {
    return "mojo-hamt, performance summary of phase 3 (seed 001)";
  }

  @Override
  public String rule() {
    return "exact: SUPPORTED if all four numbers are met to the last digit, else REFUTED";
  }

  @Override
  public String threshold() {
    return PUBLISHED.toString();
  }

  @Override
  public String command() {
    return "./hamt count '" + PHRASE + "' --keys " + KEYS + " --json";
  }

  @Override
  public Result test() {
    Registry registry = Registry.installed();
    List<Object> keys = Keys.of(KEYS);
    var fields = Counters.of(registry, registry.resolve(PHRASE), KEYS, keys).fields();
    return judge(
        new Found(
            (Long) fields.get("internalNodes"),
            (Long) fields.get("childPointers"),
            (Double) fields.get("childrenPerNode"),
            (Integer) fields.get("maxDepth")));
  }

  /** Decides by the rule. */
  static Result judge(Found found) {
    Verdict verdict = found.equals(PUBLISHED) ? Verdict.SUPPORTED : Verdict.REFUTED;
    return new Result(verdict, found.toString(), null, null);
  }
}
