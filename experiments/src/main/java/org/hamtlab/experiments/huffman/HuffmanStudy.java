package org.hamtlab.experiments.huffman;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.terminal.Progress;

/** Measures baseline, pools and one thread, the factorial, and the sizes of pools. */
final class HuffmanStudy {
  private static final int WARMUPS = 5;
  private static final int ROUNDS = 8;
  private static final long SEED = 1;

  private final int replicates;
  private final Path raw;
  private final HuffmanTables tables;
  private final PrintWriter out;
  private final int processors = Runtime.getRuntime().availableProcessors();

  /**
   * Prepares a study.
   *
   * @param replicates JVMs a setup
   * @param raw receives the raw samples, {@code null} for nowhere
   */
  HuffmanStudy(int replicates, Path raw, PrintWriter out) {
    this.replicates = replicates;
    this.raw = raw;
    this.out = out;
    this.tables = new HuffmanTables(out);
  }

  /** Measures; the first input is that of the factorial and of the sizes. */
  void run(List<String> inputs) throws InterruptedException {
    out.printf(
        Locale.ROOT,
        "%d processors, load %.1f; %d JVMs a setup, interleaved, %d runs in each; 95 %% intervals%n"
            + "%n",
        processors,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        replicates,
        ROUNDS);
    Map<String, Setup> modes = HuffmanSetups.modes(processors);
    for (String input : inputs) {
      tables.modes(input, modes, measured(input, modes));
    }
    String input = inputs.getFirst();
    Map<String, Setup> factorial = HuffmanSetups.factorial(processors);
    tables.factorial(input, factorial, measured(input, factorial));
    Map<String, Setup> sizes = HuffmanSetups.poolSizes();
    tables.poolSizes(input, sizes, measured(input, sizes));
  }

  private List<HuffmanSample> measured(String input, Map<String, Setup> setups)
      throws InterruptedException {
    int forks = HuffmanForks.count(setups, replicates);
    try (Progress progress = Progress.begin("huffman", forks, System.err)) {
      List<HuffmanSample> samples = new ArrayList<>();
      new HuffmanForks(input, WARMUPS, ROUNDS, SEED)
          .run(
              setups,
              replicates,
              sample -> {
                samples.add(sample);
                keep(sample);
                progress.step(sample.variant() + ", JVM " + (sample.replicate() + 1));
              });
      return samples;
    }
  }

  private void keep(HuffmanSample sample) {
    if (raw == null) {
      return;
    }
    try {
      Files.writeString(
          raw, Json.line(sample) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
