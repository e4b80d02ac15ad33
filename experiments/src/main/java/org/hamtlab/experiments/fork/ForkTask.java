package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.hamtlab.experiments.store.Plan;

/**
 * What a fork is told, in a properties file: it needs no JSON, so that nothing but the subject is
 * loaded before it is timed.
 *
 * @param phrase what is timed
 * @param seed the plan's seed
 * @param block fixes, with the seed, the order of cells, look-ups and removals
 * @param operations operations by id
 * @param keySets keys
 * @param timing iterations
 * @param output file that takes the scores
 */
public record ForkTask(
    String phrase,
    long seed,
    int block,
    List<String> operations,
    List<Keys> keySets,
    Plan.Timing timing,
    Path output) {

  /**
   * Keys with what proves them.
   *
   * @param keys as the command line spells them
   * @param n distinct keys
   * @param hash hash code of their list, in the order in which they are put
   */
  public record Keys(String keys, int n, int hash) {}

  /** Fixes the order of look-ups and removals; treatments of one block share it. */
  long orderSeed() {
    return seed * 1_000_003 + block;
  }

  /** The same with other iterations and another output. */
  ForkTask with(Plan.Timing otherTiming, Path otherOutput) {
    return new ForkTask(phrase, seed, block, operations, keySets, otherTiming, otherOutput);
  }

  /** Writes the file. */
  public void write(Path file) throws IOException {
    Properties p = new Properties();
    p.setProperty("phrase", phrase);
    p.setProperty("seed", Long.toString(seed));
    p.setProperty("block", Integer.toString(block));
    p.setProperty("operations", String.join(",", operations));
    p.setProperty("keySets", Integer.toString(keySets.size()));
    for (int i = 0; i < keySets.size(); i++) {
      p.setProperty("keys." + i, keySets.get(i).keys());
      p.setProperty("n." + i, Integer.toString(keySets.get(i).n()));
      p.setProperty("hash." + i, Integer.toString(keySets.get(i).hash()));
    }
    p.setProperty("warmupIterations", Integer.toString(timing.warmupIterations()));
    p.setProperty("warmupMillis", Integer.toString(timing.warmupMillis()));
    p.setProperty("iterations", Integer.toString(timing.iterations()));
    p.setProperty("iterationMillis", Integer.toString(timing.iterationMillis()));
    p.setProperty("output", output.toString());
    try (Writer writer = Files.newBufferedWriter(file)) {
      p.store(writer, null);
    }
  }

  /** Reads the file. */
  public static ForkTask read(Path file) throws IOException {
    Properties p = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      p.load(reader);
    }
    int sets = number(p, "keySets");
    return new ForkTask(
        p.getProperty("phrase"),
        Long.parseLong(p.getProperty("seed")),
        number(p, "block"),
        List.of(p.getProperty("operations").split(",", -1)),
        IntStream.range(0, sets).mapToObj(i -> keySet(p, i)).toList(),
        new Plan.Timing(
            number(p, "warmupIterations"),
            number(p, "warmupMillis"),
            number(p, "iterations"),
            number(p, "iterationMillis"),
            0),
        Path.of(p.getProperty("output")));
  }

  private static Keys keySet(Properties p, int i) {
    return new Keys(p.getProperty("keys." + i), number(p, "n." + i), number(p, "hash." + i));
  }

  private static int number(Properties p, String name) {
    return Integer.parseInt(p.getProperty(name));
  }
}
