package org.hamtlab.stress;

import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two threads edit transients of one version while a third reads it: none sees another. */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "Each sees its own version.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A version is not what it should be.")
@State
public class TwoTransients {
  private final PersistentHamt<Integer, Integer> base = Subjects.family(Subjects.ENTRIES);

  /** Creates the state. */
  public TwoTransients() {}

  @Actor
  public void editsOne(III_Result result) {
    result.r1 = edited(1_000);
  }

  @Actor
  public void editsAnother(III_Result result) {
    result.r2 = edited(2_000);
  }

  @Actor
  public void reads(III_Result result) {
    boolean isBase = base.size() == Subjects.ENTRIES && !base.containsKey(1_000);
    result.r3 = isBase && Subjects.hasBase(base) ? 1 : 0;
  }

  private int edited(Integer key) {
    Hamt<Integer, Integer> map = base.asTransient();
    for (int other = 0; other < 8; other++) {
      map.put(key + other, other);
      map.put(other, -other);
    }
    for (int other = 0; other < 8; other++) {
      map.remove(key + other);
      map.put(other, other);
    }
    map.put(key, 1);
    return Subjects.isSound(map.persistent(), key, 1);
  }
}
