package org.hamtlab.experiments.composition;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.terminal.RunName;
import org.hamtlab.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the composition table: {@code ./hamt bench composition}. Each round starts a fresh JVM
 * for every side and layout, in random order; the raw samples stay in a file, which is printed as a
 * Markdown table. A fork that dies is shown below the table, and its cells lack it.
 */
@Command(
    name = "composition",
    mixinStandardHelpOptions = true,
    description = "Measures what assembly costs and prints the table; about ten minutes.")
public final class CompositionTable implements Callable<Integer> {
  private static final int COMPOSED = 40;

  @Option(names = "--forks", paramLabel = "N", description = "Rounds (default: 5).")
  private Integer forks;

  @Option(
      names = "--millis",
      paramLabel = "N",
      description = "Milliseconds an iteration (default: 30).")
  private Integer millis;

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "N",
      description = "Numbers of keys (default: 4096,100000).")
  private List<Integer> sizes;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Takes the raw samples (default: results/composition-<time>.jsonl).")
  private Path out;

  @Option(
      names = "--quick",
      description = "One round at 4096 keys: shows that everything works, judges nothing.")
  private boolean quick;

  private final PrintStream screen = System.out;

  /** Creates the command. */
  public CompositionTable() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    complete();
    validate();
    Path file = newFile();
    List<String> failures = new CompositionForks(sizes, millis, file).run(forks);
    new CompositionSummary(CompositionSample.read(file), sizes).print(screen);
    failures.forEach(failure -> screen.println("- FAILED " + failure));
    screen.printf(
        "%nComposing: median %.1f ms over %d compositions, class loading included.%n",
        composingMillis(), COMPOSED);
    screen.println("Samples: " + file);
    return failures.isEmpty() ? 0 : 1;
  }

  private void complete() {
    forks = forks != null ? forks : quick ? 1 : 5;
    millis = millis != null ? millis : quick ? 20 : 30;
    sizes = sizes != null ? sizes : quick ? List.of(4096) : List.of(4096, 100_000);
  }

  private void validate() {
    inRange("--forks", forks, 1, 1_000);
    inRange("--millis", millis, 1, 60_000);
    sizes.forEach(size -> inRange("--sizes", size, 1, 1 << 22));
  }

  private static void inRange(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ConfigurationException(
          name + ": " + value + " (expected " + least + ".." + most + ").");
    }
  }

  /** Creates the file before anything is measured, so that ten minutes are not lost at the end. */
  private Path newFile() {
    Path file =
        out != null ? out : Path.of("results", RunName.of("composition", Instant.now()) + ".jsonl");
    if (Files.exists(file)) {
      throw new ConfigurationException(
          "--out: '" + file + "' exists (expected a new file). Name another one.");
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.createFile(file);
    } catch (IOException e) {
      throw new ConfigurationException(
          "--out: '" + file + "' cannot be made (expected a writable folder). It says: " + e, e);
    }
  }

  private static double composingMillis() {
    Registry registry = Registry.installed();
    Treatment treatment = registry.resolve("@default");
    double[] times = new double[COMPOSED];
    for (int composed = 0; composed < COMPOSED; composed++) {
      long start = System.nanoTime();
      Composition.independent(registry, treatment).newMap().put("key", "value");
      times[composed] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[COMPOSED / 2];
  }
}
