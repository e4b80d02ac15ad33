package org.hamtlab.experiments.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.hamtlab.experiments.composition.CompositionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs the benchmarks on the class path with JMH's own command line. */
@Command(
    name = "bench",
    description = {
      "Runs the benchmarks; every argument is JMH's. 'hamt bench -l' lists them.",
      "'hamt bench composition' measures what assembly costs and prints the table."
    })
public final class BenchCommand implements Callable<Integer> {
  @Unmatched private String[] arguments = {};

  /** Creates the command. */
  public BenchCommand() {}

  @Override
  public Integer call() throws Exception {
    if (arguments.length > 0 && arguments[0].equals("composition")) {
      CompositionTable.main(Arrays.copyOfRange(arguments, 1, arguments.length));
      return 0;
    }
    org.openjdk.jmh.Main.main(arguments);
    return 0;
  }
}
