package org.hamtlab.experiments.fork;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.hamtlab.experiments.store.Plan;

/**
 * What a fork is told, in a properties file: it needs no JSON, so that nothing but the subject is
 * loaded before it is timed.
 *
 * @param phrase what is timed
 * @param seed the plan's seed
 * @param block fixes the order of cells
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
    List<Plan.KeySet> keySets,
    Plan.Timing timing,
    Path output) {

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
      p.setProperty("digest." + i, keySets.get(i).digest());
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
        java.util.stream.IntStream.range(0, sets).mapToObj(i -> keySet(p, i)).toList(),
        new Plan.Timing(
            number(p, "warmupIterations"),
            number(p, "warmupMillis"),
            number(p, "iterations"),
            number(p, "iterationMillis"),
            0),
        Path.of(p.getProperty("output")));
  }

  private static Plan.KeySet keySet(Properties p, int i) {
    return new Plan.KeySet(
        p.getProperty("keys." + i), number(p, "n." + i), p.getProperty("digest." + i));
  }

  private static int number(Properties p, String name) {
    return Integer.parseInt(p.getProperty(name));
  }
}
