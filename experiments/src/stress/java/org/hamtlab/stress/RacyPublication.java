package org.hamtlab.stress;

import org.hamtlab.map.PersistentHamt;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A version reaches another thread through a plain field: it is seen whole, or not at all. */
@JCStressTest
@Outcome(id = "1, -1", expect = Expect.ACCEPTABLE, desc = "Not seen yet.")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Seen whole.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Seen in part.")
@State
public class RacyPublication {
  private final PersistentHamt<Integer, Integer> base = Subjects.family(Subjects.ENTRIES);
  private PersistentHamt<Integer, Integer> published;

  /** Creates the state. */
  public RacyPublication() {}

  @Actor
  public void publishes(II_Result result) {
    published = base.put(1_000, 1);
    result.r1 = 1;
  }

  @Actor
  public void reads(II_Result result) {
    PersistentHamt<Integer, Integer> seen = published;
    result.r2 = seen == null ? -1 : sound(seen);
  }

  /** Reads, derives, and iterates. */
  private static int sound(PersistentHamt<Integer, Integer> seen) {
    int entries = 0;
    for (var entry : seen) {
      entries += entry.getValue() == null ? 0 : 1;
    }
    PersistentHamt<Integer, Integer> derived = seen.put(2_000, 2).remove(1_000);
    boolean isSound = entries == Subjects.ENTRIES + 1 && derived.size() == entries;
    return isSound ? Subjects.isSound(seen, 1_000, 1) : 0;
  }
}
