package org.hamtlab.experiments.huffman;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamtlab.experiments.fork.ParentWatch;
import org.hamtlab.experiments.store.Json;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Entry point of a fork. Arguments: the file with its task, the file for its sample. */
public final class HuffmanFork {
  private HuffmanFork() {}

  /** Runs the fork. */
  public static void main(String[] args) throws IOException, RunnerException {
    ParentWatch.start();
    HuffmanTask task = Json.parse(Files.readString(Path.of(args[0])), HuffmanTask.class);
    HuffmanBenchmark.begin(task);
    new Runner(
            new OptionsBuilder()
                .include(HuffmanBenchmark.class.getName())
                .forks(0)
                .shouldFailOnError(true)
                .warmupIterations(task.warmups())
                .measurementIterations(task.rounds())
                .verbosity(VerboseMode.SILENT)
                .build())
        .run();
    Files.writeString(Path.of(args[1]), Json.line(HuffmanBenchmark.sample()));
  }
}
