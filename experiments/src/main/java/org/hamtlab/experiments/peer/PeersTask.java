package org.hamtlab.experiments.peer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hamtlab.experiments.peer.library.PeerOperation;

/**
 * What one fork measures: all sides on keys of one kind and size.
 *
 * @param sides names, the subjects first
 * @param operations what is timed
 * @param keys kind of keys
 * @param size number of entries
 * @param fork number of the JVM
 * @param seed fixes keys and orders
 * @param burnIns times that all operations run, at most, until the compiler is quiet
 * @param warmups rounds of one operation before the clock counts; a round measures every side once
 * @param rounds rounds that count
 * @param millis of one side in one round, at least one pass over all keys
 * @param skipped sides and operations that are left out
 */
public record PeersTask(
    List<String> sides,
    List<PeerOperation> operations,
    PeerKeys keys,
    int size,
    int fork,
    long seed,
    int burnIns,
    int warmups,
    int rounds,
    int millis,
    Set<String> skipped) {

  /** The same without some sides' operations, as {@link #skip} names them. */
  PeersTask without(Set<String> some) {
    return new PeersTask(
        sides, operations, keys, size, fork, seed, burnIns, warmups, rounds, millis, some);
  }

  static String skip(PeerOperation operation, String side) {
    return operation.id() + ' ' + side;
  }

  /** Operations in the order of this fork. */
  public List<PeerOperation> order() {
    List<PeerOperation> order = new ArrayList<>(operations);
    Collections.shuffle(order, new Random(seed * 31 + fork));
    return order;
  }

  /** Sides that have an operation. */
  public List<String> sidesWith(PeerOperation operation) {
    return sides.stream()
        .filter(side -> !skipped.contains(skip(operation, side)))
        .filter(side -> !PeerSide.of(side).lacking().contains(operation))
        .toList();
  }

  /** Which side each iteration measures: every round has all of them in an order of its own. */
  public List<String> turns(PeerOperation operation) {
    List<String> having = new ArrayList<>(sidesWith(operation));
    Random random = new Random((seed * 31 + fork) * 31 + operation.ordinal());
    List<String> turns = new ArrayList<>();
    for (int round = 0; round < warmups + rounds; round++) {
      Collections.shuffle(having, random);
      turns.addAll(having);
    }
    return turns;
  }
}
