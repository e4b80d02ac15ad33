package org.hamtlab.experiments.honesty;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.analysis.inference.Estimate;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.fork.Causes;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.fork.Scratch;
import org.hamtlab.experiments.terminal.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Plants 5 % on real forks and counts how often the interval clears the smallest effect, how often
 * it covers the truth, and how often two successive runs agree.
 */
@Command(
    name = "honesty",
    mixinStandardHelpOptions = true,
    description =
        "Plants an effect of 5 % and checks that it is detected, covered and repeated; three"
            + " minutes.")
public final class HonestyCheck implements Callable<Integer> {
  private static final int LIMIT_SECONDS = 60;
  private static final double CONFIDENCE = 0.95;
  private static final double SMALLEST_EFFECT = 0.02;
  private static final double PLANTED = 21.0 / PlantedLookup.REPORTED;
  private static final double DETECTED_SHARE = 18.0 / 20;
  private static final double COVERED_SHARE = 17.0 / 20;
  private static final List<String> FLAGS =
      List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-Djmh.ignoreLock=true");

  @Option(names = "--runs", description = "Runs (default: ${DEFAULT-VALUE}).")
  private int runs = 20;

  @Option(names = "--blocks", description = "Blocks of a run (default: ${DEFAULT-VALUE}).")
  private int blocks = 6;

  private final PrintStream out = System.out;
  private final ChildJvm jvm = new ChildJvm();
  private final Random random = new Random(1);

  /** Creates the command. */
  public HonestyCheck() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (runs < 1 || runs > 1000 || blocks < 3 || blocks > 100) {
      throw new ConfigurationException(
          "--runs, --blocks: " + runs + ", " + blocks + " (expected 1..1000 and 3..100).");
    }
    Thread stop = new Thread(jvm::stop, "stop-forks");
    Runtime.getRuntime().addShutdownHook(stop);
    List<Interval> intervals = new ArrayList<>();
    try (Progress progress = Progress.begin("honesty", runs * blocks, System.err)) {
      for (int run = 0; run < runs; run++) {
        double[] logs = new double[blocks];
        for (int block = 0; block < blocks; block++) {
          logs[block] = block();
          progress.step("run " + (run + 1) + ", block " + (block + 1));
        }
        intervals.add(Estimate.of(logs).interval(CONFIDENCE));
      }
    }
    Runtime.getRuntime().removeShutdownHook(stop);
    return judge(intervals);
  }

  private int judge(List<Interval> intervals) {
    intervals.forEach(i -> out.printf("%.4f [%.4f, %.4f]%n", i.value(), i.low(), i.high()));
    long detected = intervals.stream().filter(i -> i.low() > 1 + SMALLEST_EFFECT).count();
    long covered =
        intervals.stream().filter(i -> i.low() <= PLANTED && PLANTED <= i.high()).count();
    int pairs = intervals.size() / 2;
    int agreeing = 0;
    for (int pair = 0; pair < pairs; pair++) {
      Interval one = intervals.get(2 * pair);
      Interval other = intervals.get(2 * pair + 1);
      agreeing += one.low() <= other.high() && other.low() <= one.high() ? 1 : 0;
    }
    out.printf(
        "Planted %.3f: detected in %d, covered in %d of %d runs; %d of %d pairs of runs agree.%n",
        PLANTED, detected, covered, intervals.size(), agreeing, pairs);
    boolean holds =
        detected >= DETECTED_SHARE * intervals.size()
            && covered >= COVERED_SHARE * intervals.size()
            && agreeing >= COVERED_SHARE * pairs;
    return holds ? 0 : 1;
  }

  /** Logarithm of the ratio of both sides, in random order. */
  private double block() throws IOException, InterruptedException {
    boolean plantedFirst = random.nextBoolean();
    double first = fork(plantedFirst);
    double second = fork(!plantedFirst);
    return plantedFirst ? first - second : second - first;
  }

  private double fork(boolean planted) throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Path scores = scratch.dir().resolve("scores.txt");
      List<String> arguments =
          List.of(Integer.toString(PlantedLookup.REPORTED + (planted ? 1 : 0)), scores.toString());
      ChildJvm.Outcome outcome =
          jvm.run(HonestyFork.class.getName(), FLAGS, arguments, scratch.dir(), LIMIT_SECONDS);
      if (!outcome.isSuccess()) {
        throw new IOException("honesty: a fork " + Causes.of(outcome, LIMIT_SECONDS));
      }
      return Files.readAllLines(scores).stream()
          .mapToDouble(Double::parseDouble)
          .map(Math::log)
          .average()
          .orElseThrow();
    }
  }
}
