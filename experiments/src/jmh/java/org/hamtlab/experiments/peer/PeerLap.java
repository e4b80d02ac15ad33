package org.hamtlab.experiments.peer;

import org.hamtlab.experiments.peer.library.PeerMap;
import org.hamtlab.experiments.peer.library.PeerOperation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The timed loops. A class loader defines this class and the adapter anew for each side, so that no
 * side's profile is another's.
 *
 * <p>A pass over the keys of a large map works through a part of them, the next pass through the
 * next part, so that all parts of the map are visited but a pass does not take seconds.
 *
 * <p>A chain of versions over memory that is evacuated repeats its pass until the measured rounds
 * together span at least twenty evacuations, whose cost is thereby part of the figure.
 *
 * @param <M> the side's map
 */
public final class PeerLap<M> implements Lap {
  private static final int LEAST_EVACUATIONS = 20;
  private static final int MOST_PASSES = 64;
  private static final int LONGEST_PASS = 100_000;

  private final PeerMap<M> peer;
  private final PeerWorkload workload;
  private final Object[] hits;
  private final Object[] misses;
  private final Object[] absent;
  private final Object[] values;
  private final M base;
  private final int step;
  private M other;
  private int passes = 1;
  private int from;

  /** Builds the map that all operations begin with. */
  public PeerLap(PeerMap<M> peer, PeerWorkload workload) {
    this.peer = peer;
    this.workload = workload;
    this.hits = workload.hits();
    this.misses = workload.misses();
    this.absent = workload.absent();
    this.values = workload.values();
    this.base = peer.bulk(workload.source());
    this.step = Math.min(hits.length, LONGEST_PASS);
  }

  @Override
  public void prepare(PeerOperation operation, int rounds) {
    switch (operation) {
      case HIT -> prove(hits, true);
      case MISS -> prove(misses, false);
      case UNION -> other = peer.bulk(workload.other());
      case EQUALITY -> other = peer.bulk(workload.twin());
      default -> other = null;
    }
    passes = 1;
    if (operation.isChain() && peer.isEvacuating(base)) {
      passes = passes(operation, rounds);
    }
  }

  private void prove(Object[] keys, boolean areThere) {
    for (Object key : keys) {
      if (peer.get(base, key) != null != areThere) {
        throw new IllegalStateException("peers: wrong answer for " + key);
      }
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

  /** Turns to the next part of the keys and answers where it begins. */
  private int next() {
    from = from + 2 * step <= hits.length ? from + step : 0;
    return from;
  }

  private void look(Object[] keys, Blackhole hole) {
    M map = base;
    int begin = next();
    for (int i = begin; i < begin + step; i++) {
      hole.consume(peer.get(map, keys[i]));
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
    int begin = next();
    M newest =
        switch (operation) {
          case PUT -> put(absent, begin);
          case REMOVE -> remove(begin);
          default -> put(hits, begin);
        };
    int change =
        switch (operation) {
          case PUT -> step;
          case REMOVE -> -step;
          default -> 0;
        };
    if (peer.size(newest) != hits.length + change) {
      throw new IllegalStateException("peers: " + peer.size(newest) + " entries after a chain");
    }
    return peer.evacuations(newest) - before;
  }

  private M put(Object[] keys, int begin) {
    M newest = base;
    for (int i = begin; i < begin + step; i++) {
      newest = peer.put(newest, keys[i], values[i]);
    }
    return newest;
  }

  private M remove(int begin) {
    M newest = base;
    for (int i = begin; i < begin + step; i++) {
      newest = peer.remove(newest, hits[i]);
    }
    return newest;
  }

  @Override
  public int keysPerRun(PeerOperation operation) {
    return switch (operation) {
      case HIT, MISS -> step;
      case PUT, REMOVE, UPDATE -> step * passes;
      case BULK, ITERATE, UNION, EQUALITY -> hits.length;
    };
  }

  @Override
  public void release() {
    other = null;
  }
}
