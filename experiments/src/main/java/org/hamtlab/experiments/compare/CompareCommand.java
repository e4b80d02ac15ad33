package org.hamtlab.experiments.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts two bundles side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the ratios of two bundles side by side, and says what else differs.",
      "Each ratio is to the baseline of its own bundle, which must be the same treatment in both."
          + " Absolute times and new verdicts are refused (R6)."
    })
public final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "A bundle's folder.")
  private Path first;

  @Parameters(index = "1", paramLabel = "DIR", description = "Another bundle's folder.")
  private Path second;

  @Option(
      names = "--times",
      description =
          "Absolute times too; refused (R6) unless both are parts of one run on one host.")
  private boolean withTimes;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public CompareCommand() {}

  @Override
  public Integer call() throws IOException {
    if (Files.exists(first) && Files.exists(second) && Files.isSameFile(first, second)) {
      throw new ConfigurationException(
          "DIR: '" + second + "' is the same folder (expected two bundles). Name another one.");
    }
    Comparison comparison =
        Comparer.compare(new BundleFiles(first), new BundleFiles(second), withTimes);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.pretty(comparison));
    } else {
      ComparisonText.print(comparison, out);
    }
    out.flush();
    return 0;
  }
}
