package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hamtlab.experiments.key.Chance;

/**
 * What mixed operations take beside the keys of a {@link Workload}. Each method proves what its
 * name says before it returns.
 */
public final class Mixes {
  private final Workload workload;
  private final long seed;
  private final Set<Object> present;

  /** Mixes over the keys of a workload; the seed fixes every order. */
  public Mixes(Workload workload, long seed) {
    this.workload = workload;
    this.seed = seed;
    present = new HashSet<>(Arrays.asList(workload.inserted()));
  }

  /** As many keys as were inserted, of which a share is there, in random order. */
  public Object[] lookups(double hitRatio) {
    Object[] hits = workload.hits();
    Object[] misses = workload.misses();
    boolean[] isHit = marks(hits.length, hitRatio);
    Object[] keys =
        IntStream.range(0, hits.length).mapToObj(i -> isHit[i] ? hits[i] : misses[i]).toArray();
    long found = Arrays.stream(keys).filter(present::contains).count();
    require(found == Math.round(hitRatio * keys.length), "hit-ratio=" + hitRatio, found);
    return keys;
  }

  /** So many marks, of which exactly a share, rounded, is set, in random order. */
  public boolean[] marks(int length, double share) {
    int set = (int) Math.round(share * length);
    List<Boolean> marks = new ArrayList<>(Collections.nCopies(set, Boolean.TRUE));
    marks.addAll(Collections.nCopies(length - set, Boolean.FALSE));
    Collections.shuffle(marks, new Random(seed + 2));
    boolean[] result = new boolean[length];
    for (int i = 0; i < length; i++) {
      result[i] = marks.get(i);
    }
    proveMarks(result, share);
    return result;
  }

  /** Both halves have their part, as far as chance allows. */
  private static void proveMarks(boolean[] marks, double share) {
    int half = marks.length / 2;
    long early = IntStream.range(0, half).filter(i -> marks[i]).count();
    long all = early + IntStream.range(half, marks.length).filter(i -> marks[i]).count();
    require(all == Math.round(share * marks.length), "share=" + share, all);
    require(Chance.allows(early, half, share), "the first half of share=" + share, early);
  }

  /** The keys that are there, each once, in random order, equal to those stored, not identical. */
  public Object[] distinct() {
    Object[] keys = new LinkedHashSet<>(Arrays.asList(workload.hits())).toArray();
    require(keys.length == workload.distinct(), "distinct keys", keys.length);
    return keys;
  }

  /** As many keys that are not there, each once. */
  public Object[] absent() {
    Set<Object> absent = new LinkedHashSet<>();
    for (Object key : distinct()) {
      Object other = Workload.next(key, present.size());
      while (present.contains(other) || absent.contains(other)) {
        other = Workload.next(other, present.size());
      }
      absent.add(other);
    }
    require(absent.stream().noneMatch(present::contains), "absent keys", absent.size());
    require(absent.size() == workload.distinct(), "as many absent keys", absent.size());
    return absent.toArray();
  }

  /** As many keys as are there, of which a share, rounded, is there and the others are not. */
  public Object[] overlapping(double share) {
    Object[] keys = distinct();
    Object[] others = absent();
    boolean[] isShared = marks(keys.length, share);
    for (int i = 0; i < keys.length; i++) {
      keys[i] = isShared[i] ? keys[i] : others[i];
    }
    long shared = Arrays.stream(keys).filter(present::contains).count();
    require(shared == Math.round(share * keys.length), "overlap=" + share, shared);
    return keys;
  }

  private static void require(boolean holds, String what, long found) {
    if (!holds) {
      throw new IllegalStateException(
          "workload: " + found + " of " + what + " (expected what its label says)");
    }
  }
}
