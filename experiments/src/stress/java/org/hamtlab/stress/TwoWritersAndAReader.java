package org.hamtlab.stress;

import org.hamtlab.map.PersistentHamt;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two threads derive from one version while a third reads it: none sees another. */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "Each sees its own version.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A version is not what it should be.")
@State
public class TwoWritersAndAReader {
  private final PersistentHamt<Integer, Integer> base = Subjects.family(Subjects.ENTRIES);

  /** Creates the state. */
  public TwoWritersAndAReader() {}

  @Actor
  public void putsOneKey(III_Result result) {
    result.r1 = Subjects.isSound(base.put(1_000, 1), 1_000, 1);
  }

  @Actor
  public void putsAnotherKey(III_Result result) {
    result.r2 = Subjects.isSound(base.put(2_000, 2), 2_000, 2);
  }

  @Actor
  public void reads(III_Result result) {
    boolean isBase = base.size() == Subjects.ENTRIES && !base.containsKey(1_000);
    result.r3 = isBase && Subjects.hasBase(base) ? 1 : 0;
  }
}
