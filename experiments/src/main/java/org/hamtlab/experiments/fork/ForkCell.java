package org.hamtlab.experiments.fork;

import org.hamtlab.experiments.bench.ControlOperation;
import org.hamtlab.experiments.bench.Workloads;
import org.hamtlab.experiments.plan.Operation;
import org.hamtlab.experiments.store.Sample;

/**
 * One pair of operation and keys inside a fork.
 *
 * @param operation what is timed
 * @param keys on which keys
 * @param n distinct keys
 * @param benchmark pattern that JMH finds exactly one benchmark by
 * @param operationsPerPass operations in one invocation
 */
record ForkCell(String operation, String keys, int n, String benchmark, int operationsPerPass) {

  static ForkCell control() {
    return new ForkCell(
        Sample.CONTROL,
        Sample.CONTROL,
        ControlOperation.LOOKUPS,
        pattern("ControlOperation.look"),
        ControlOperation.LOOKUPS);
  }

  static ForkCell of(String operation, ForkTask.Keys keySet, long seed) {
    Operation op = Operation.of(operation);
    return new ForkCell(
        operation,
        keySet.keys(),
        keySet.n(),
        pattern(op.kind().benchmark()),
        Workloads.of(keySet.keys(), seed).operations(op));
  }

  boolean isControl() {
    return operation.equals(Sample.CONTROL);
  }

  private static String pattern(String benchmark) {
    String name = ControlOperation.class.getPackageName() + "." + benchmark;
    return "^" + name.replace(".", "\\.") + "$";
  }
}
