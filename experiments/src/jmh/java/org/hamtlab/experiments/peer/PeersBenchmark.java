package org.hamtlab.experiments.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hamtlab.experiments.composition.CopyLoader;
import org.hamtlab.experiments.peer.library.PeerMap;
import org.hamtlab.experiments.peer.library.PeerOperation;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Maps of different libraries, interleaved in one JVM: iteration {@code i} measures one side, and
 * every round of iterations measures all of them in an order of its own.
 *
 * <p>Run: {@code ./hamt peers} measures and compares; {@code ./hamt bench PeersBenchmark -p op=HIT
 * -p sides=scala} runs one side. Scores are nanoseconds an invocation, which works through all
 * keys.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class PeersBenchmark {
  /** What parts the names of sides. */
  static final String SEPARATOR = "\\|";

  private static final Map<String, Lap> LAPS = new HashMap<>();

  private static PeersTask task;
  private static PeerWorkload workload;

  /** What is timed. */
  @Param("HIT")
  public PeerOperation op;

  /** Names of the sides, between bars. */
  @Param("scala|clojure")
  public String sides;

  /** Kind of keys. */
  @Param("RANDOM")
  public PeerKeys keys;

  /** Number of entries. */
  @Param("10000")
  public int size;

  private List<String> turns;
  private int iteration;
  private Lap lap;

  /** Says what the fork measures, in place of the parameters. */
  static void begin(PeersTask forkTask) {
    task = forkTask;
  }

  /** The copy of a side. */
  static Lap lap(String side) {
    return LAPS.get(side);
  }

  /** Builds all sides. */
  @Setup(Level.Trial)
  public void prepare() {
    if (task == null) {
      List<String> names = List.of(sides.split(SEPARATOR, -1));
      task = new PeersTask(names, List.of(op), keys, size, 0, 1, 0, 20, 20, 100, Set.of());
    }
    if (workload == null) {
      workload = new PeerWorkload(task.keys(), task.size(), task.seed());
    }
    turns = task.turns(op);
    for (String side : task.sidesWith(op)) {
      LAPS.computeIfAbsent(side, PeersBenchmark::newLap).prepare(op, task.rounds());
    }
    System.gc();
  }

  private static Lap newLap(String name) {
    PeerSide side = PeerSide.of(name);
    List<Class<?>> copies = CopyLoader.copiesOf(List.of(PeerLap.class, side.adapter()));
    try {
      return (Lap)
          copies
              .getFirst()
              .getConstructor(PeerMap.class, PeerWorkload.class)
              .newInstance(side.newAdapter(copies.getLast()), workload);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Turns to the next side. */
  @Setup(Level.Iteration)
  public void turn() {
    lap = LAPS.get(turns.get(iteration++ % turns.size()));
  }

  /** Drops what only this operation needed. */
  @TearDown(Level.Trial)
  public void release() {
    LAPS.values().forEach(Lap::release);
  }

  /** Events that JMH adds up over an iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Events {
    /** Times that memory was re-homed. */
    public long evacuations;
  }

  /** One invocation. */
  @Benchmark
  public void pass(Events events, Blackhole hole) {
    events.evacuations += lap.run(op, hole);
  }
}
