package org.hamtlab.experiments.peer;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.DidYouMean;
import org.hamtlab.experiments.peer.library.PeerOperation;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.terminal.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures compositions beside the maps of other libraries. */
@Command(
    name = "peers",
    mixinStandardHelpOptions = true,
    description = {
      "Measures compositions beside other libraries' maps: ratios of times with 95 %% intervals.",
      "Every side first answers like java.util.HashMap. All sides are timed interleaved in one JVM,"
          + " each by its own copy of the loops; the JVM is repeated.",
      "Times are nanoseconds per key. put, remove and update are chains of versions of which the"
          + " newest is kept; update replaces the value of a key."
    })
public final class PeersCommand implements Callable<Integer> {
  private static final int FORKS = 5;
  private static final int LEAST = 2;
  private static final int MOST = 10_000_000;

  @Parameters(
      arity = "0..*",
      paramLabel = "PHRASE",
      description = "Compositions, each quoted (default: @default), or peer=NAME.")
  private List<String> phrases = new ArrayList<>();

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "NAME",
      description =
          "clojure, scala, kotlinx, vavr, paguro, pcollections, bifurcan, dexx,"
              + " java.util.HashMap, unified-map (default: all).")
  private List<String> peers = PeerSide.libraries();

  @Option(
      names = "--ops",
      split = ",",
      paramLabel = "OP",
      description =
          "hit, miss, put, remove, update, bulk, iterate, union, equality (default: all), and"
              + " footprint.")
  private List<String> operations = ids(PeerOperation.values(), PeerOperation::id);

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "N",
      description = "Numbers of entries, such as 1K,10K,100K,1M (default: 10K).")
  private List<String> sizes = List.of("10K");

  @Option(
      names = "--keys",
      split = ",",
      paramLabel = "KIND",
      description = "sequential, random (both boxed longs), string (default: all).")
  private List<String> keys = ids(PeerKeys.values(), PeerKeys::id);

  @Option(names = "--footprint", description = "Also weighs memory, by JOL.")
  private boolean hasFootprint;

  @Option(
      names = "--forks",
      paramLabel = "N",
      description = "JVMs for each size and kind of keys (default: 5; with --quick 1).")
  private Integer forks;

  @Option(names = "--quick", description = "Fewer and shorter rounds: a first look.")
  private boolean isQuick;

  @Option(names = "--seed", paramLabel = "N", description = "Fixes keys and orders (default: 1).")
  private long seed = 1;

  @Option(names = "--out", paramLabel = "FILE", description = "Keeps raw samples, JSON lines.")
  private Path raw;

  @Option(names = "--json", description = "Prints one JSON object a cell, as they come.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public PeersCommand() {}

  @Override
  public Integer call() throws Exception {
    PeersPlan plan = plan();
    PeersRun run = new PeersRun(plan, raw);
    PrintWriter out = spec.commandLine().getOut();
    PeersTable table = new PeersTable(out);
    List<PeerCell> all = new ArrayList<>();
    try (Progress progress = Progress.begin("peers", run.steps(), System.err)) {
      run.run(
          progress,
          cells -> {
            all.addAll(cells);
            if (json) {
              cells.forEach(cell -> out.println(Json.line(cell.fields())));
              out.flush();
            } else {
              table.group(cells);
            }
          });
    }
    if (!json) {
      table.means(all, plan.forks());
    }
    run.failures().forEach(failure -> spec.commandLine().getErr().println("peers: " + failure));
    return run.failures().isEmpty() ? 0 : 1;
  }

  private PeersPlan plan() {
    if (raw != null && Files.exists(raw)) {
      throw new ConfigurationException(
          "peers: '" + raw + "' exists (expected a new file). Name another with --out.");
    }
    int jvms = forks != null ? forks : isQuick ? 1 : FORKS;
    if (jvms < 1) {
      throw new ConfigurationException("peers: --forks " + jvms + " (expected at least 1).");
    }
    List<String> timed = new ArrayList<>(operations);
    boolean isWeighed = timed.removeIf(PeerCell.FOOTPRINT::equals) || hasFootprint;
    return new PeersPlan(
        (phrases.isEmpty() ? List.of("@default") : phrases)
            .stream().map(phrase -> PeerSide.of(phrase).name()).distinct().toList(),
        peers.stream().map(name -> PeerSide.library(name).name()).distinct().toList(),
        chosen("operation", timed, PeerOperation.values(), PeerOperation::id),
        sizes.stream().map(PeersCommand::size).distinct().toList(),
        chosen("kind of keys", keys, PeerKeys.values(), PeerKeys::id),
        isWeighed,
        jvms,
        isQuick,
        seed);
  }

  private static <E> List<E> chosen(
      String what, List<String> words, E[] values, Function<E, String> id) {
    return words.stream().map(word -> chosen(what, word, values, id)).distinct().toList();
  }

  private static <E> E chosen(String what, String word, E[] values, Function<E, String> id) {
    return Arrays.stream(values)
        .filter(value -> id.apply(value).equals(word.strip()))
        .findFirst()
        .orElseThrow(() ->
            new ConfigurationException(
                "peers: '"
                    + word
                    + "' is not a known "
                    + what
                    + " (expected one of "
                    + String.join(", ", ids(values, id))
                    + ")."
                    + DidYouMean.sentence(word, ids(values, id))));
  }

  private static <E> List<String> ids(E[] values, Function<E, String> id) {
    return Arrays.stream(values).map(id).toList();
  }

  private static int size(String text) {
    String plain = text.strip().replace("_", "").toLowerCase(Locale.ROOT);
    int factor = plain.endsWith("k") ? 1_000 : plain.endsWith("m") ? 1_000_000 : 1;
    try {
      long size =
          factor * Long.parseLong(factor == 1 ? plain : plain.substring(0, plain.length() - 1));
      if (size >= LEAST && size <= MOST) {
        return (int) size;
      }
    } catch (NumberFormatException malformed) {
      throw wrongSize(text, malformed);
    }
    throw wrongSize(text, null);
  }

  private static ConfigurationException wrongSize(String text, Exception cause) {
    return new ConfigurationException(
        "peers: size '"
            + text
            + "' (expected "
            + LEAST
            + ".."
            + MOST
            + " entries; k and m are thousands and millions).",
        cause);
  }
}
