package org.hamtlab.experiments.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hamtlab.experiments.fork.Causes;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.fork.Scratch;
import org.hamtlab.experiments.peer.library.PeerOperation;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.terminal.Progress;
import org.openjdk.jmh.runner.CompilerHints;

/** Gates, forks and collects, one kind of keys and size after the other. */
final class PeersRun {
  private static final long GATE_BYTES_PER_ENTRY = 800;
  private static final int GATES_AT_ONCE = 4;

  private final PeersPlan plan;
  private final Path raw;
  private final ChildJvm jvm = new ChildJvm();
  private final Map<String, String> faults = new ConcurrentSkipListMap<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * Prepares a run.
   *
   * @param raw receives the raw samples, {@code null} for nowhere
   */
  PeersRun(PeersPlan plan, Path raw) {
    this.plan = plan;
    this.raw = raw;
  }

  /** Steps that a run reports. */
  int steps() {
    return plan.groups().size() * (1 + plan.forks() + (plan.hasFootprint() ? 2 : 0));
  }

  /** Measures everything and shows the cells of each kind of keys and size when they are there. */
  void run(Progress progress, Consumer<List<PeerCell>> finished)
      throws IOException, InterruptedException {
    for (PeersPlan.Group group : plan.groups()) {
      gate(group);
      progress.step(group + ": every side answers like HashMap");
      List<PeerSample> samples = new ArrayList<>();
      for (int fork = 0; fork < plan.forks() && !plan.operations().isEmpty(); fork++) {
        samples.addAll(fork(group, fork));
        progress.step(group + ", JVM " + (fork + 1) + " of " + plan.forks());
      }
      List<PeerCell> cells = new ArrayList<>(new PeerCells(plan, group, faults).of(samples));
      if (plan.hasFootprint()) {
        for (PeerFootprint.Headers headers : PeerFootprint.Headers.values()) {
          cells.addAll(PeerFootprint.cells(plan, group, headers, jvm, failures));
          progress.step(group + ", footprint with " + headers.id() + " headers");
        }
      }
      finished.accept(cells);
    }
  }

  /** What failed, a sentence each. */
  List<String> failures() {
    List<String> all = new ArrayList<>(failures);
    faults.forEach((cell, fault) -> all.add(cell + ": wrong answer, not timed: " + fault));
    return all;
  }

  /** Sides are gated in parallel unless their maps together might not fit. */
  private void gate(PeersPlan.Group group) {
    PeerWorkload workload = new PeerWorkload(group.keys(), group.size(), plan.seed());
    Stream<String> sides = plan.sides().stream();
    long needed = GATE_BYTES_PER_ENTRY * GATES_AT_ONCE * group.size();
    boolean fits = needed < Runtime.getRuntime().maxMemory();
    (fits ? sides.parallel() : sides).forEach(side -> gate(group, side, workload));
  }

  private void gate(PeersPlan.Group group, String side, PeerWorkload workload) {
    Set<PeerOperation> lacking = PeerSide.of(side).lacking();
    PeerGate<?> gate = null;
    for (PeerOperation operation : plan.operations()) {
      try {
        if (!lacking.contains(operation)) {
          gate = gate != null ? gate : new PeerGate<>(PeerSide.of(side).newAdapter(), workload);
          gate.check(operation);
        }
      } catch (RuntimeException | StackOverflowError | AssertionError wrong) {
        faults.put(cell(group, operation, side), wrong.toString());
      }
    }
  }

  /** The name of a cell's side among the faults. */
  static String cell(PeersPlan.Group group, PeerOperation operation, String side) {
    return side + ", " + operation.id() + ", " + group;
  }

  private List<PeerSample> fork(PeersPlan.Group group, int fork)
      throws IOException, InterruptedException {
    PeersTask task = plan.task(group, fork).without(skipped(group));
    List<PeerSample> samples = new ArrayList<>();
    try (Scratch scratch = Scratch.create()) {
      Path input = Files.writeString(scratch.dir().resolve("task.json"), Json.line(task));
      Path output = scratch.dir().resolve("samples.jsonl");
      List<String> flags = new ArrayList<>(plan.flags(group));
      CompilerHints.addCompilerHints(flags);
      int limit = plan.limitSeconds(group);
      ChildJvm.Outcome outcome =
          jvm.run(
              PeersFork.class.getName(),
              flags,
              List.of(input.toString(), output.toString()),
              scratch.dir(),
              limit);
      if (!outcome.isSuccess()) {
        failures.add(group + ", JVM " + (fork + 1) + ": " + Causes.of(outcome, limit));
        return samples;
      }
      for (String line : Files.readAllLines(output)) {
        samples.add(Json.parse(line, PeerSample.class));
      }
      if (raw != null) {
        Files.write(
            raw, Files.readAllLines(output), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    }
    return samples;
  }

  /** Sides and operations that must not be timed, since an answer was wrong. */
  private Set<String> skipped(PeersPlan.Group group) {
    Set<String> skipped = new TreeSet<>();
    for (String side : plan.sides()) {
      for (PeerOperation operation : plan.operations()) {
        if (faults.containsKey(cell(group, operation, side))) {
          skipped.add(PeersTask.skip(operation, side));
        }
      }
    }
    return skipped;
  }
}
