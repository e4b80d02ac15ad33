package org.hamtlab.experiments.peer;

import org.openjdk.jmh.infra.Blackhole;

/**
 * The timed loops. A class loader defines this class and the adapter anew for each side, so that no
 * side's profile is another's.
 *
 * <p>A chain of versions over memory that is evacuated repeats its pass until the measured rounds
 * together span at least twenty evacuations, whose cost is thereby part of the figure.
 *
 * @param <M> the side's map
 */
public final class PeerLap<M> implements Lap {
  private static final int LEAST_EVACUATIONS = 20;
  private static final int MOST_PASSES = 64;

  private final PeerMap<M> peer;
  private final PeerWorkload workload;
  private final Object[] hits;
  private final Object[] misses;
  private final Object[] absent;
  private final Object[] values;
  private final M base;
  private M other;
  private int passes = 1;

  /** Builds the map that all operations begin with. */
  public PeerLap(PeerMap<M> peer, PeerWorkload workload) {
    this.peer = peer;
    this.workload = workload;
    this.hits = workload.hits();
    this.misses = workload.misses();
    this.absent = workload.absent();
    this.values = workload.values();
    this.base = peer.bulk(workload.source());
  }

  @Override
  public void prepare(PeerOperation operation, int rounds) {
    for (int i = 0; i < hits.length; i++) {
      if (peer.get(base, hits[i]) == null || peer.get(base, misses[i]) != null) {
        throw new IllegalStateException("peers: a hit misses or a miss hits at " + hits[i]);
      }
    }
    switch (operation) {
      case UNION -> other = peer.bulk(workload.other());
      case EQUALITY -> other = peer.bulk(workload.twin());
      default -> other = null;
    }
    passes = 1;
    if (operation.isChain() && peer.isEvacuating(base)) {
      passes = passes(operation, rounds);
    }
  }

  private int passes(PeerOperation operation, int rounds) {
    long spanned = 0;
    for (int pass = 1; pass <= MOST_PASSES; pass++) {
      spanned += chain(operation);
      if (spanned * rounds >= LEAST_EVACUATIONS) {
        return pass;
      }
    }
    throw new IllegalStateException(
        "peers: "
            + operation.id()
            + " spans "
            + spanned
            + " evacuations in "
            + MOST_PASSES
            + " passes (expected at least "
            + LEAST_EVACUATIONS
            + " in all rounds). Measure a smaller garbage=, or leave the operation out.");
  }

  @Override
  public long run(PeerOperation operation, Blackhole hole) {
    switch (operation) {
      case HIT -> look(hits, hole);
      case MISS -> look(misses, hole);
      case BULK -> hole.consume(peer.bulk(workload.source()));
      case ITERATE ->
          peer.iterate(
              base,
              (key, value) -> {
                hole.consume(key);
                hole.consume(value);
              });
      case UNION -> hole.consume(peer.union(base, other));
      case EQUALITY -> hole.consume(peer.areEqual(base, other));
      case PUT, REMOVE, UPDATE -> {
        return chains(operation);
      }
    }
    return 0;
  }

  private void look(Object[] keys, Blackhole hole) {
    M map = base;
    for (Object key : keys) {
      hole.consume(peer.get(map, key));
    }
  }

  private long chains(PeerOperation operation) {
    long evacuations = 0;
    for (int pass = 0; pass < passes; pass++) {
      evacuations += chain(operation);
    }
    return evacuations;
  }

  /** One pass; the check of the size keeps its result alive. */
  private long chain(PeerOperation operation) {
    long before = peer.evacuations(base);
    M newest =
        switch (operation) {
          case PUT -> put();
          case REMOVE -> remove();
          default -> update();
        };
    int size =
        switch (operation) {
          case PUT -> 2 * hits.length;
          case REMOVE -> 0;
          default -> hits.length;
        };
    if (peer.size(newest) != size) {
      throw new IllegalStateException("peers: " + peer.size(newest) + " entries, not " + size);
    }
    return peer.evacuations(newest) - before;
  }

  private M put() {
    M newest = base;
    for (int i = 0; i < absent.length; i++) {
      newest = peer.put(newest, absent[i], values[i]);
    }
    return newest;
  }

  private M remove() {
    M newest = base;
    for (Object key : hits) {
      newest = peer.remove(newest, key);
    }
    return newest;
  }

  private M update() {
    M newest = base;
    for (int i = 0; i < hits.length; i++) {
      newest = peer.put(newest, hits[i], values[i]);
    }
    return newest;
  }

  @Override
  public int passes() {
    return passes;
  }

  @Override
  public void release() {
    other = null;
  }
}
