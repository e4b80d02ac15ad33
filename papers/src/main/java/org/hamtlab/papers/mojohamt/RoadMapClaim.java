package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.evidence.Times;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.IntervalChart;
import org.hamtlab.papers.page.Prose;

/**
 * Claim E10: moves, arrays, inlining and recycling lead to 80 ns; inline leaves gain 2 times.
 *
 * <p><b>Source.</b> Seed 004, "Recommendations Going Forward" and "Optimization Sequence".
 */
public final class RoadMapClaim extends MojoClaim {
  private static final double INLINE = 2;
  private static final double RECYCLING = 1.1;
  private static final String SEALED =
      "hash=mojo-ahash compression=lazy-expansion layout=sealed-class{span=5,hash-bits=32}"
          + " allocator=";
  private static final String LEAVES = SEALED + "gc";
  private static final String INLINED =
      "hash=mojo-ahash compression=lazy-expansion"
          + " layout=champ{span=5,hash-bits=32,direct=101,collisions=list} allocator=gc";
  private static final String OFF = SEALED + "arena";
  private static final String ON = SEALED + "freelist{parent=arena}";
  private static final int KEYS = 10_000;
  private static final List<String> COUNTERS =
      List.of("allocations", "frees", "slotsRequested", "slotsReserved", "bytesPerEntry");

  /** Creates the claim. */
  public RoadMapClaim() {
    super(
        new Terms(
            "E10",
            Kind.MEASURED,
            "entries inside the nodes make inserts twice as fast, and recycling of nodes adds 10 to"
                + " 15 %",
            "seed 004, Medium-term and Optimization Sequence",
            "speed-ups of inserting 10,000 keys: inline entries over leaf objects at least 2, and a"
                + " free list over none at least 1.1; SUPPORTED if both intervals are, REFUTED if"
                + " one is below",
            "2 and 1.1 times"));
  }

  @Override
  public Optional<String> sweep() {
    return Optional.of("e10.sweep");
  }

  @Override
  public void measure(Recorder recorder) {
    for (String phrase : List.of(LEAVES, INLINED, OFF, ON)) {
      Counting.record(recorder, phrase, keys(KEYS), COUNTERS.toArray(String[]::new));
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    Times times = evidence.times();
    List<Judgement> parts = new ArrayList<>();
    parts.add(Judgement.atLeast(gain(times, "put", LEAVES, INLINED), INLINE, "inline entries:"));
    parts.add(Judgement.atLeast(gain(times, "put", OFF, ON), RECYCLING, "recycling:"));
    return Judgement.all(parts)
        .refusing("R2: inline entries come with a second bitmap a node; both change together.");
  }

  @Override
  public List<Exhibit> exhibits(Evidence evidence) {
    Times times = evidence.times();
    IntervalChart chart =
        IntervalChart.ofRatios("Speed-up by one change each", "times as fast, 95 % interval")
            .mark(INLINE, "claimed of inlining")
            .row("inline entries, insert", gain(times, "put", LEAVES, INLINED))
            .row("inline entries, query", gain(times, "get-hit", LEAVES, INLINED))
            .row("recycling, insert", gain(times, "put", OFF, ON))
            .row("recycling, query", gain(times, "get-hit", OFF, ON));
    return List.of(chart, arithmetic());
  }

  /** The write-up's own gains, multiplied. */
  private static DataTable arithmetic() {
    double[][] gains = {{1.4, 1.5}, {1.2, 1.3}, {1.1, 1.15}, {1.1, 1.15}};
    double least = 217;
    double most = 217;
    for (double[] gain : gains) {
      least /= gain[1];
      most /= gain[0];
    }
    return DataTable.of(
            "The road map's own arithmetic: 217 ns divided by its four gains", "reading", "ns")
        .row("every gain at its upper end", text("%.0f", least))
        .row("every gain at its lower end", text("%.0f", most))
        .row("claimed", "80");
  }

  private static Interval gain(Times times, String operation, String from, String to) {
    return ratio(times, times.of(operation, keys(KEYS), from), times.of(operation, keys(KEYS), to));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            text("Inserting %,d keys, an insert, counted", KEYS),
            "counter",
            "leaf objects",
            "inline entries",
            "no recycling",
            "recycling");
    for (String counter : COUNTERS) {
      List<String> cells =
          List.of(LEAVES, INLINED, OFF, ON).stream()
              .map(phrase -> {
                double value = value(evidence, counter, phrase, KEYS);
                return text("%.2f", counter.equals("bytesPerEntry") ? value : value / KEYS);
              })
              .toList();
      table = table.row(counter, cells.get(0), cells.get(1), cells.get(2), cells.get(3));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: one thing changed at a time, counted. An entry inside"
                + " its node takes two slots where a leaf takes one, so every insert that copies a"
                + " node copies more; what it saves is the leaf, an object a key, and what look-ups"
                + " load to reach it. Recycling asks for as many blocks as before and copies as much;"
                + " it takes them from a list, and what it saves is memory held, not work."),
        table);
  }
}
