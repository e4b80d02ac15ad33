package org.hamtlab.experiments.huffman;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.huffman.HuffmanSetups.Cell;
import org.hamtlab.experiments.terminal.Table;

/** What was measured, for a terminal. */
final class HuffmanTables {
  private static final List<String> FACTORS =
      List.of(
          "lock: one locked allocator, or one for each thread",
          "search: first fit, or free lists by size",
          "freeing: one by one, or all at once",
          "threads: 20 for 20 blocks, or one a processor for 64");

  private final PrintWriter out;

  HuffmanTables(PrintWriter out) {
    this.out = out;
  }

  /** Baseline, pools and one thread. */
  void modes(String input, Map<String, Setup> setups, List<HuffmanSample> samples) {
    HuffmanSummary summary = new HuffmanSummary(samples);
    heading(input, samples);
    Table table =
        new Table()
            .row(
                "setup", "threads", "batch", "locks", "ms", "cpu ms", "× baseline", "× one thread");
    String one = "one thread, heap without a lock";
    setups.forEach((name, setup) ->
        table.row(
            name,
            Integer.toString(setup.threads()),
            setup.batch() == 0 ? "all" : Integer.toString(setup.batch()),
            count(summary.any(name).result().lockAcquisitions()),
            text(summary.millis(name)),
            text(summary.cpuMillis(name)),
            text(summary.speedUp(name, "baseline")),
            text(summary.speedUp(name, one))));
    table.print(out);
    out.println();
    Table scaling =
        new Table().row("as fast as one thread alike", "by the clock", "cpu time a block");
    scaling(scaling, summary, "pools, workers", "one thread, pool");
    scaling(scaling, summary, "nothing shared, workers", "one thread, nothing shared");
    scaling.print(out);
    out.println();
    out.flush();
  }

  private static void scaling(Table table, HuffmanSummary summary, String many, String one) {
    table.row(many, text(summary.speedUp(many, one)), "× " + text(summary.cpuRatio(many, one)));
  }

  /** Lock, search, freeing and batching. */
  void factorial(String input, Map<String, Setup> setups, List<HuffmanSample> samples) {
    HuffmanSummary summary = new HuffmanSummary(samples);
    String baseline = HuffmanSetups.cells().getFirst().name();
    heading(input, samples);
    Table table =
        new Table()
            .row(
                "allocator", "search", "freeing", "threads", "locks", "ms", "cpu ms", "× baseline");
    for (Cell cell : HuffmanSetups.cells()) {
      Setup setup = setups.get(cell.name());
      table.row(
          cell.isLocked() ? "locked" : "own",
          cell.isFirstFit() ? "first-fit" : "size-class",
          Setup.id(setup.freeing()),
          setup.threads() + "/" + setup.batch(),
          count(summary.any(cell.name()).result().lockAcquisitions()),
          text(summary.millis(cell.name())),
          text(summary.cpuMillis(cell.name())),
          text(summary.speedUp(cell.name(), baseline)));
    }
    table.print(out);
    out.println();
    Table effects =
        new Table().row("factor", "gain, mean", "of cpu time", "gain from the baseline alone");
    for (int factor = 0; factor < FACTORS.size(); factor++) {
      effects.row(
          FACTORS.get(factor),
          text(summary.mainEffect(factor)),
          text(summary.mainCpuEffect(factor)),
          text(summary.alone(factor)));
    }
    effects.print(out);
    out.println();
    out.flush();
  }

  /** Sizes of pools. */
  void poolSizes(String input, Map<String, Setup> setups, List<HuffmanSample> samples) {
    HuffmanSummary summary = new HuffmanSummary(samples);
    heading(input, samples);
    Table table = new Table().row("pool", "locks", "of it used", "ms", "cpu ms", "× 32 KiB");
    for (String name : setups.keySet()) {
      HuffmanResult result = summary.any(name).result();
      table.row(
          name,
          count(result.lockAcquisitions()),
          result.poolHighWaterBytes() == 0 ? "–" : count(result.poolHighWaterBytes()) + " bytes",
          text(summary.millis(name)),
          text(summary.cpuMillis(name)),
          text(summary.speedUp(name, "32 KiB")));
    }
    table.print(out);
    out.println();
    out.flush();
  }

  private void heading(String input, List<HuffmanSample> samples) {
    HuffmanResult result = samples.getFirst().result();
    boolean agree = samples.stream().allMatch(s -> s.result().signature() == result.signature());
    if (!agree) {
      throw new IllegalStateException("signatures differ: " + samples);
    }
    out.printf("%s  %,d blocks, signature %d in all%n", input, result.blocks(), result.signature());
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Estimate and interval, with three digits. */
  static String text(Interval interval) {
    return digits(interval.value())
        + " ["
        + digits(interval.low())
        + ", "
        + digits(interval.high())
        + "]";
  }

  static String digits(double value) {
    return String.format(
        Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
