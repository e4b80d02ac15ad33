package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Keys ready to be timed: those inserted, those looked up and found, those looked up in vain.
 *
 * <p>Keys looked up are equal to those stored but not identical, and come in an order of their own,
 * so that neither identity nor the order of insertion helps. The constructor proves the labels: a
 * workload whose hits could miss cannot exist, nor misses that could hit: those are made, and
 * proved, when they are first asked for, since few operations do.
 */
public final class Workload {
  private final Object[] inserted;
  private final Object[] hits;
  private final int distinct;
  private Object[] misses;
  private final long seed;

  /**
   * Prepares keys.
   *
   * @param keys keys in order of insertion, repeated ones allowed
   * @param seed fixes the order of look-ups
   */
  public Workload(List<Object> keys, long seed) {
    Set<Object> present = new HashSet<>(keys);
    distinct = present.size();
    inserted = keys.toArray();
    hits = shuffled(keys.stream().map(Workload::copy).toList(), new Random(seed));
    this.seed = seed;
    prove(present);
  }

  /** Keys in order of insertion. */
  public Object[] inserted() {
    return inserted.clone();
  }

  /** As many keys that are there. */
  public Object[] hits() {
    return hits.clone();
  }

  /** As many keys that are not there. */
  public synchronized Object[] misses() {
    if (misses == null) {
      Set<Object> present = new HashSet<>(Arrays.asList(inserted));
      misses = shuffled(absent(Arrays.asList(inserted), present), new Random(seed + 1));
      for (Object miss : misses) {
        require(!present.contains(miss), "get-miss would hit " + miss);
      }
      require(misses.length == inserted.length, "unequal lengths");
    }
    return misses.clone();
  }

  /** Number of distinct keys. */
  public int distinct() {
    return distinct;
  }

  /** Operations in one pass of an operation: the number of keys that it touches. */
  public int operations(Operation operation) {
    return switch (operation.kind()) {
      case GET_HIT, GET_MISS, GET, PUT, READ_HEAVY, VERSION_CHAIN, BULK -> inserted.length;
      case REMOVE, ITERATE, CHURN -> distinct;
      case VERSION_FAN_OUT -> (int) operation.argument();
      case MERGE -> 2 * distinct;
    };
  }

  private void prove(Set<Object> present) {
    require(distinct > 0, "no keys");
    require(present.size() == distinct, "distinct keys");
    for (Object hit : hits) {
      require(present.contains(hit), "get-hit would miss " + hit);
    }
    require(hits.length == inserted.length, "unequal lengths");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("workload: " + what + " (expected what its label says)");
    }
  }

  private static Object[] shuffled(List<Object> keys, Random random) {
    List<Object> copy = new ArrayList<>(keys);
    Collections.shuffle(copy, random);
    return copy.toArray();
  }

  private static List<Object> absent(List<Object> keys, Set<Object> present) {
    List<Object> absent = new ArrayList<>(keys.size());
    for (Object key : keys) {
      Object other = next(key, present.size());
      while (present.contains(other)) {
        other = next(other, present.size());
      }
      absent.add(other);
    }
    return absent;
  }

  /** Another key of the same kind, so many steps on. */
  static Object next(Object key, int step) {
    return switch (key) {
      case Long value -> value + step;
      case Integer value -> value + step;
      case String text -> text + "~";
      case UUID id -> new UUID(id.getMostSignificantBits() + step, id.getLeastSignificantBits());
      default -> new Absent(key, step);
    };
  }

  private static Object copy(Object key) {
    return switch (key) {
      case Long value -> Long.valueOf(value.longValue());
      case String text -> new String(text.toCharArray());
      case UUID id -> new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
      default -> key;
    };
  }

  /** A key unlike any other, with the hash code of one. */
  private record Absent(Object like, int step) {
    @Override
    public int hashCode() {
      return like.hashCode();
    }
  }
}
