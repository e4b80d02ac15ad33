package org.hamtlab.experiments.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.hamtlab.experiments.key.Twin;

/**
 * Keys ready to be timed: those inserted, those looked up and found, those looked up in vain.
 *
 * <p>Keys looked up are equal to those stored but not identical, and come in an order of their own,
 * so that neither identity nor the order of insertion helps. The constructor proves the labels, by
 * a {@link WorkloadProof}: a workload whose hits could miss cannot exist, nor misses that could
 * hit: those are made, and proved, when they are first asked for, since few operations do.
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
    this.seed = seed;
    inserted = keys.toArray();
    // Not kept: a fork holds nothing but what it measures.
    WorkloadProof proof = new WorkloadProof(inserted);
    distinct = proof.distinct();
    hits = shuffled(keys.stream().map(Twin::of).toList(), new Random(seed));
    proof.hits(hits);
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
      WorkloadProof proof = new WorkloadProof(inserted);
      misses = shuffled(absent(proof), new Random(seed + 1));
      proof.misses(misses);
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

  private static Object[] shuffled(List<Object> keys, Random random) {
    List<Object> copy = new ArrayList<>(keys);
    Collections.shuffle(copy, random);
    return copy.toArray();
  }

  private List<Object> absent(WorkloadProof proof) {
    List<Object> absent = new ArrayList<>(inserted.length);
    for (Object key : inserted) {
      Object other = next(key, distinct);
      while (proof.isThere(other)) {
        other = next(other, distinct);
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

  /** A key unlike any other, with the hash code of one. */
  private record Absent(Object like, int step) {
    @Override
    public int hashCode() {
      return like.hashCode();
    }
  }
}
