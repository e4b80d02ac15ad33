package org.hamtlab.experiments.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs the benchmarks on the class path with JMH's own command line. */
@Command(
    name = "bench",
    description = "Runs the benchmarks; every argument is JMH's. 'hamt bench -l' lists them.")
public final class BenchCommand implements Callable<Integer> {
  @Unmatched private String[] arguments = {};

  /** Creates the command. */
  public BenchCommand() {}

  @Override
  public Integer call() throws Exception {
    org.openjdk.jmh.Main.main(arguments);
    return 0;
  }
}
