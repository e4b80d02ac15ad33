package org.hamtlab.stress;

import org.hamtlab.map.PersistentHamt;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A family is closed while others read it and derive from it: they succeed or are refused. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Both came before.")
@Outcome(id = "-1, 1", expect = Expect.ACCEPTABLE, desc = "The reader came too late.")
@Outcome(id = "1, -1", expect = Expect.ACCEPTABLE, desc = "The writer came too late.")
@Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "Both came too late.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Something else was seen.")
@State
public class Closing {
  private static final int ENTRIES = 8;

  private final PersistentHamt<Integer, Integer> base = Subjects.family(ENTRIES);

  /** Creates the state. */
  public Closing() {}

  @Actor
  public void closes() {
    base.close();
  }

  @Actor
  public void reads(II_Result result) {
    try {
      int sum = 0;
      for (int key = 0; key < ENTRIES; key++) {
        sum += base.get(key);
      }
      result.r1 = sum == ENTRIES * (ENTRIES - 1) / 2 ? 1 : 0;
    } catch (IllegalStateException closed) {
      result.r1 = -1;
    }
  }

  @Actor
  public void derives(II_Result result) {
    try {
      result.r2 = base.put(1_000, 1).remove(3).size() == ENTRIES ? 1 : 0;
    } catch (IllegalStateException closed) {
      result.r2 = -1;
    }
  }
}
