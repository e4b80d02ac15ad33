package org.hamtlab.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamtlab.experiments.allocation.TraceTable;
import org.hamtlab.experiments.build.BuildTable;
import org.hamtlab.experiments.composition.CompositionTable;
import org.hamtlab.experiments.honesty.HonestyCheck;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs the benchmarks on the class path with JMH's own command line. */
@Command(
    name = "bench",
    description = "Runs the benchmarks; every argument is JMH's.",
    footer = {
      "",
      "  hamt bench -l              lists the benchmarks",
      "  hamt bench -h              explains JMH's arguments",
      "  hamt bench MapOperations   runs those whose name matches; can take hours"
    },
    subcommands = {CompositionTable.class, BuildTable.class, TraceTable.class, HonestyCheck.class})
public final class BenchCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
  private boolean help;

  @Unmatched private List<String> arguments = new ArrayList<>();

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public BenchCommand() {}

  @Override
  public Integer call() throws Exception {
    String[] words = arguments.toArray(String[]::new);
    try {
      CommandLineOptions options = new CommandLineOptions(words);
      if (isMeasurement(options)) {
        new Runner(options).run();
      } else {
        org.openjdk.jmh.Main.main(words);
      }
      return 0;
    } catch (CommandLineOptionException wrong) {
      String fault = wrong.getMessage().strip();
      return failed(
          WRONG_USAGE,
          "bench: " + fault + " (expected JMH's arguments). 'hamt bench -h' lists them.");
    } catch (NoBenchmarksException none) {
      return failed(
          WRONG_USAGE,
          "bench: "
              + String.join(" ", arguments)
              + " (expected a pattern that matches a benchmark). 'hamt bench -l' lists them.");
    } catch (RunnerException failure) {
      return failed(FAILED, "bench: " + failure.getMessage());
    }
  }

  private static boolean isMeasurement(CommandLineOptions options) {
    return !options.shouldHelp()
        && !options.shouldList()
        && !options.shouldListWithParams()
        && !options.shouldListProfilers()
        && !options.shouldListResultFormats();
  }

  private int failed(int status, String message) {
    spec.commandLine().getErr().println(message);
    return status;
  }
}
