package org.hamtlab.experiments.battery;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.terminal.Progress;
import org.hamtlab.experiments.terminal.RunName;
import org.hamtlab.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the hash battery over mixers that are installed. */
@Command(
    name = "hash",
    mixinStandardHelpOptions = true,
    description = {
      "Tests mixers: avalanche, differentials, structured keys, keys of Java programs.",
      "Every test gives the negative binary logarithm of its p-value under an ideal random"
          + " function: from 13 on it warns, from 17 on it fails. 'even' deviates as much, but"
          + " towards evenness, which harms no trie. There is no single score.",
      "Exit status 1 if a mixer that is named fails."
    })
public final class HashCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "Mixers, such as tabulation{seed=7} (default: all that are installed).")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--json", description = "Prints one JSON object with every result.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The page with heat maps (default: results/hash-<time>.html).")
  private Path page;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public HashCommand() {}

  @Override
  public Integer call() {
    Registry registry = Registry.installed();
    List<Selection> mixers = mixers(registry);
    Path file =
        page == null ? Path.of("results", RunName.of("hash", Instant.now()) + ".html") : page;
    BatteryPage.prepare(file);
    Battery battery = new Battery(registry);
    List<BatteryReport> reports;
    try (Progress progress = Progress.begin("mixers", mixers.size(), System.err)) {
      reports =
          mixers.parallelStream()
              .map(mixer -> {
                BatteryReport report = battery.report(mixer);
                progress.step(mixer.name());
                return report;
              })
              .toList();
    }
    BatteryPage.write(file, reports);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(
          Json.pretty(
              Map.of("mixers", reports.stream().map(report -> report.fields(false)).toList())));
    } else {
      reports.forEach(report -> BatteryTable.print(report, out));
      out.println("Heat maps: " + file);
    }
    out.flush();
    return !ids.isEmpty() && reports.stream().anyMatch(BatteryReport::hasFailed) ? 1 : 0;
  }

  private List<Selection> mixers(Registry registry) {
    return ids.isEmpty()
        ? registry.providers(Axis.HASH).stream()
            .map(provider -> registry.defaults(Axis.HASH, provider.id()))
            .toList()
        : ids.stream().map(id -> registry.selection(Axis.HASH, id)).distinct().toList();
  }
}
