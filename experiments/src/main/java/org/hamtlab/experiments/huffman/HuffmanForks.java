package org.hamtlab.experiments.huffman;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.hamtlab.experiments.fork.Causes;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.fork.Scratch;
import org.hamtlab.experiments.store.Json;
import org.openjdk.jmh.runner.CompilerHints;

/**
 * Measures setups in JVMs of their own, one at a time: every replicate has each setup once, in an
 * order of its own.
 */
public final class HuffmanForks {
  /** Collector threads of the JVM would compete with those that are measured. */
  private static final List<String> FLAGS =
      List.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

  private static final int LIMIT_SECONDS = 300;

  private final ChildJvm jvm = new ChildJvm();
  private final String input;
  private final int warmups;
  private final int rounds;
  private final long seed;

  /**
   * Prepares forks.
   *
   * @param input what {@code --input} names
   * @param warmups runs of a fork before those that count
   * @param rounds runs of a fork that count
   * @param seed fixes the orders
   */
  public HuffmanForks(String input, int warmups, int rounds, long seed) {
    this.input = input;
    this.warmups = warmups;
    this.rounds = rounds;
    this.seed = seed;
  }

  /** Forks that so many replicates take. */
  public static int count(Map<String, Setup> setups, int replicates) {
    return setups.size() * replicates;
  }

  /**
   * Measures.
   *
   * @param setups by name
   * @param done told of each sample when it is there
   */
  public List<HuffmanSample> run(
      Map<String, Setup> setups, int replicates, Consumer<HuffmanSample> done)
      throws InterruptedException {
    List<HuffmanSample> samples = new ArrayList<>();
    Random random = new Random(seed);
    for (int replicate = 0; replicate < replicates; replicate++) {
      List<String> order = new ArrayList<>(setups.keySet());
      Collections.shuffle(order, random);
      for (String variant : order) {
        HuffmanTask task =
            new HuffmanTask(variant, input, setups.get(variant), replicate, warmups, rounds);
        HuffmanSample sample = fork(task);
        samples.add(sample);
        done.accept(sample);
      }
    }
    return samples;
  }

  private HuffmanSample fork(HuffmanTask task) throws InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Path input = Files.writeString(scratch.dir().resolve("task.json"), Json.line(task));
      Path output = scratch.dir().resolve("sample.json");
      List<String> flags = new ArrayList<>(FLAGS);
      CompilerHints.addCompilerHints(flags);
      ChildJvm.Outcome outcome =
          jvm.run(
              HuffmanFork.class.getName(),
              flags,
              List.of(input.toString(), output.toString()),
              scratch.dir(),
              LIMIT_SECONDS);
      if (!outcome.isSuccess()) {
        throw new IllegalStateException(
            task.variant() + ": " + Causes.of(outcome, LIMIT_SECONDS) + " " + outcome.detail());
      }
      return Json.parse(Files.readString(output), HuffmanSample.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
