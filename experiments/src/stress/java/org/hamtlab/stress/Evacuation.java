package org.hamtlab.stress;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.hamtlab.map.PersistentHamt;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Two threads derive from one long-lived version, so that it moves to a fresh store again and
 * again, while a third iterates over it.
 */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "Each sees its own version.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A version is not what it should be.")
@State
public class Evacuation {
  private static final List<PersistentHamt<Integer, Integer>> BASES = Subjects.bases();

  private final PersistentHamt<Integer, Integer> base =
      BASES.get(ThreadLocalRandom.current().nextInt(BASES.size()));

  /** Creates the state. */
  public Evacuation() {}

  @Actor
  public void putsOneKey(III_Result result) {
    result.r1 = Subjects.isSound(base.put(1_000, 1), 1_000, 1);
  }

  @Actor
  public void putsAnotherKey(III_Result result) {
    result.r2 = Subjects.isSound(base.put(2_000, 2), 2_000, 2);
  }

  @Actor
  public void iterates(III_Result result) {
    int sum = 0;
    for (var entry : base) {
      sum += entry.getValue();
    }
    result.r3 = sum == Subjects.ENTRIES * (Subjects.ENTRIES - 1) / 2 ? 1 : sum;
  }
}
