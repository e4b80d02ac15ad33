package org.hamtlab.experiments.huffman;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.huffman.Setup.Freeing;
import org.hamtlab.experiments.huffman.Setup.Sharing;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.terminal.Table;
import org.hamtlab.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Builds the Huffman trees of an input on allocators that threads share. */
@Command(
    name = "huffman",
    mixinStandardHelpOptions = true,
    description = {
      "Builds Huffman trees of blocks of 1,024 bytes on allocators that threads share.",
      "With --allocator one run; without, a table: baseline, pools for each thread and one thread;"
          + " lock, search, freeing and threads; sizes of pools. Each setup runs in JVMs of its own."
    })
public final class HuffmanCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1_024;
  private static final int LONGEST_WARM_UP_MILLIS = 600_000;
  private static final int RUNS = 5;
  private static final String SMALL = "lcg:42:1048576";
  private static final String LARGE = "lcg:42:5242880";

  @Option(
      names = "--input",
      split = ",",
      paramLabel = "INPUT",
      description =
          "FILE, or lcg:SEED:BYTES (default: lcg:42:1048576, for the table lcg:42:5242880 as well).")
  private List<String> inputs = List.of();

  @Option(
      names = "--allocator",
      paramLabel = "PHRASE",
      description = "The allocator that threads share; quote it.")
  private String allocator;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "20",
      description = "Threads at a time (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description =
          "Blocks before threads are joined and others started, 0 for all (default: one a thread).")
  private Integer batch;

  @Option(
      names = "--freeing",
      paramLabel = "HOW",
      defaultValue = "each",
      description = "each, or reset: all at once (default: ${DEFAULT-VALUE}).")
  private String freeing;

  @Option(
      names = "--own",
      description = "An allocator of its own for every thread, hence no lock around it.")
  private boolean isOwn;

  @Option(
      names = "--warm-up",
      paramLabel = "MILLIS",
      defaultValue = "" + HuffmanRun.WARM_UP_MILLIS,
      description =
          "How long to run before the runs whose median time is told; 0: once, as cold as a start is"
              + " (default: ${DEFAULT-VALUE}).")
  private int warmUpMillis;

  @Option(
      names = "--json",
      description = "Prints one JSON object a run; without --allocator the baseline runs.")
  private boolean json;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      defaultValue = "5",
      description = "For the table: JVMs a setup (default: ${DEFAULT-VALUE}).")
  private int replicates;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "For the table: keeps raw samples, JSON lines.")
  private Path raw;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public HuffmanCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    if (allocator == null && !json) {
      study();
      return 0;
    }
    Setup setup = setup();
    for (String input : inputs.isEmpty() ? List.of(SMALL) : inputs) {
      one(input, setup);
    }
    return 0;
  }

  private void study() throws InterruptedException {
    ParseResult given = spec.commandLine().getParseResult();
    for (String option : List.of("--threads", "--batch", "--freeing", "--own", "--warm-up")) {
      if (given.hasMatchedOption(option)) {
        throw new ConfigurationException(
            "huffman: "
                + option
                + " (expected beside --allocator). The table has setups of its own.");
      }
    }
    if (replicates < 1) {
      throw new ConfigurationException(
          "replicates: " + replicates + " (expected at least 1 JVM a setup).");
    }
    if (raw != null && Files.exists(raw)) {
      throw new ConfigurationException(
          "huffman: '" + raw + "' exists (expected a new file). Name another with --out.");
    }
    List<String> chosen = inputs.isEmpty() ? List.of(SMALL, LARGE) : inputs;
    chosen.forEach(HuffmanInput::parse);
    new HuffmanStudy(replicates, raw, spec.commandLine().getOut()).run(chosen);
  }

  private Setup setup() {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new ConfigurationException(
          "threads: " + threads + " (expected 1.." + MOST_THREADS + " threads).");
    }
    if (batch != null && batch < 0) {
      throw new ConfigurationException(
          "batch: " + batch + " (expected at least 0 blocks; 0 is all).");
    }
    if (warmUpMillis < 0 || warmUpMillis > LONGEST_WARM_UP_MILLIS) {
      throw new ConfigurationException(
          "warm-up: "
              + warmUpMillis
              + " (expected 0.."
              + LONGEST_WARM_UP_MILLIS
              + " milliseconds; 0 is one run).");
    }
    return new Setup(
        allocator == null ? HuffmanSetups.BASELINE : allocator,
        threads,
        batch == null ? threads : batch,
        Setup.parse(Freeing.class, "freeing", freeing),
        isOwn ? Sharing.OWN : Sharing.SHARED);
  }

  private void one(String input, Setup setup) {
    HuffmanInput bytes = HuffmanInput.parse(input);
    Registry registry = Registry.installed();
    PrintWriter err = spec.commandLine().getErr();
    String phrase = HuffmanRun.allocator(registry, setup).toString();
    try (HuffmanRun run =
        new HuffmanRun(registry, bytes, setup, warning -> err.println("hamt: " + warning))) {
      run.warmUp(warmUpMillis);
      HuffmanResult result = run.median(warmUpMillis == 0 ? 1 : RUNS);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.print(Json.pretty(result));
      } else {
        print(input, phrase, result, out);
      }
      out.flush();
    }
  }

  private void print(String input, String phrase, HuffmanResult result, PrintWriter out) {
    out.println("allocator=" + phrase);
    Table table = new Table();
    table.row("input", input);
    table.row("blocks", number(result.blocks()));
    table.row("threads", number(result.threads()));
    table.row("signature", Long.toString(result.signature()));
    table.row("locks", number(result.lockAcquisitions()));
    result.locksPerSite().forEach((site, count) -> table.row("  " + site, number(count)));
    if (result.poolHighWaterBytes() > 0) {
      table.row("pool high-water mark", number(result.poolHighWaterBytes()) + " bytes");
    }
    table.row("time", HuffmanTables.digits(result.millis()) + " ms" + timed());
    table.print(out);
  }

  private String timed() {
    return warmUpMillis == 0
        ? ", cold"
        : String.format(Locale.ROOT, ", median of %d runs after %,d ms", RUNS, warmUpMillis);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
