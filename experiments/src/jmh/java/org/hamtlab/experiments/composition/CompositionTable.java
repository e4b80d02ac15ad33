package org.hamtlab.experiments.composition;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.registry.Registry;

/**
 * Measures the composition table: {@code ./hamt bench composition [--forks N] [--millis N] [--sizes
 * A,B] [--out FILE] [--quick]}. Each round starts a fresh JVM for every side and layout, in random
 * order; the raw samples stay in the file, which is printed as a Markdown table. {@code --quick}
 * changes the defaults to one round at 4096 keys: enough to see that everything works, not to
 * judge.
 */
public final class CompositionTable {
  private static final List<String> LAYOUTS = List.of("tagged-int", "sealed-class");
  private static final int COMPOSED = 40;

  private CompositionTable() {}

  /** Runs the benchmark and prints the table. */
  public static void main(String[] args) throws IOException, InterruptedException {
    boolean quick = Arrays.asList(args).contains("--quick");
    int forks = Integer.parseInt(option(args, "--forks", quick ? "1" : "5"));
    String sizes = option(args, "--sizes", quick ? "4096" : "4096,100000");
    String millis = option(args, "--millis", quick ? "20" : "30");
    Path file = Path.of(option(args, "--out", "composition.jsonl"));
    if (Files.exists(file)) {
      System.err.println(
          "composition: '" + file + "' exists (expected a new file). Name another with --out.");
      System.exit(2);
    }
    Random random = new Random(1);
    for (int fork = 0; fork < forks; fork++) {
      List<List<String>> cells = cells();
      Collections.shuffle(cells, random);
      for (List<String> cell : cells) {
        System.err.println("composition: round " + (fork + 1) + " of " + forks + ", " + cell);
        run(cell, fork, sizes, millis, file);
      }
    }
    List<CompositionSample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      samples.add(Json.parse(line, CompositionSample.class));
    }
    new CompositionSummary(samples).print(System.out);
    System.out.printf(
        "%nComposing: median %.1f ms over %d compositions, class loading included.%n",
        composingMillis(), COMPOSED);
  }

  /** Sides by layout; the peers, which have none, run once. */
  private static List<List<String>> cells() {
    List<List<String>> cells = new ArrayList<>();
    for (Side side : Side.values()) {
      for (String layout : LAYOUTS) {
        boolean isPeer = side == Side.HASH_MAP || side == Side.SCALA;
        if (!isPeer || layout.equals(LAYOUTS.getFirst())) {
          cells.add(List.of(side.key(), layout));
        }
      }
    }
    return cells;
  }

  private static void run(List<String> cell, int fork, String sizes, String millis, Path file)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Djmh.ignoreLock=true");
    command.add(CompositionFork.class.getName());
    command.addAll(cell);
    command.addAll(List.of(Integer.toString(fork), sizes, millis, file.toString()));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      System.err.println("composition: the fork of " + cell + " ended with status " + status);
    }
  }

  private static double composingMillis() {
    Registry registry = Registry.installed();
    Treatment treatment = registry.resolve("@default");
    double[] millis = new double[COMPOSED];
    for (int composed = 0; composed < COMPOSED; composed++) {
      long start = System.nanoTime();
      Composition.independent(registry, treatment).newMap().put("key", "value");
      millis[composed] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[COMPOSED / 2];
  }

  private static String option(String[] args, String name, String otherwise) {
    int index = Arrays.asList(args).indexOf(name);
    return index < 0 || index + 1 == args.length ? otherwise : args[index + 1];
  }
}
