package org.hamtlab.experiments.composition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.hamtlab.experiments.fork.Causes;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.fork.Scratch;
import org.hamtlab.experiments.terminal.Progress;

/**
 * The forks of the composition benchmark: every round runs each side and layout once, in random
 * order. A fork's samples reach the file all together or, if it dies, not at all.
 */
final class CompositionForks {
  private static final int LIMIT_SECONDS = 1_200;
  private static final List<String> FLAGS =
      List.of(
          "-Xms2g",
          "-Xmx2g",
          "-XX:+UseParallelGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djmh.ignoreLock=true");

  private final List<Integer> sizes;
  private final int millis;
  private final Path file;
  private final String mainClass;
  private final ChildJvm jvm = new ChildJvm();

  /** One fork's subject. */
  private record Cell(String side, String layout) {
    @Override
    public String toString() {
      return side + ", " + layout;
    }
  }

  CompositionForks(List<Integer> sizes, int millis, Path file) {
    this(sizes, millis, file, CompositionFork.class.getName());
  }

  CompositionForks(List<Integer> sizes, int millis, Path file, String mainClass) {
    this.sizes = sizes;
    this.millis = millis;
    this.file = file;
    this.mainClass = mainClass;
  }

  /** Runs all rounds; returns what failed, with its cause. */
  List<String> run(int rounds) throws IOException, InterruptedException {
    Thread stop = new Thread(jvm::stop, "stop-forks");
    Runtime.getRuntime().addShutdownHook(stop);
    List<String> failures = new ArrayList<>();
    Random random = new Random(1);
    try (Progress progress = Progress.begin("composition", rounds * cells().size(), System.err)) {
      for (int round = 0; round < rounds; round++) {
        List<Cell> cells = cells();
        Collections.shuffle(cells, random);
        for (Cell cell : cells) {
          String name = "round " + (round + 1) + " of " + cell;
          Optional<String> failure = failure(cell, round);
          failure.ifPresent(cause -> failures.add(name + ": " + cause));
          progress.step(name + failure.map(cause -> ": FAILED, " + cause).orElse(""));
        }
      }
    }
    Runtime.getRuntime().removeShutdownHook(stop);
    return failures;
  }

  /** Sides by layout; the peers, which have none, run once. */
  private static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Side side : Side.values()) {
      for (String layout : CompositionSummary.LAYOUTS) {
        if (!side.isPeer() || layout.equals(CompositionSummary.LAYOUTS.getFirst())) {
          cells.add(new Cell(side.key(), layout));
        }
      }
    }
    return cells;
  }

  private Optional<String> failure(Cell cell, int round) throws IOException, InterruptedException {
    try (Scratch scratch = Scratch.create()) {
      Path samples = scratch.dir().resolve("samples.jsonl");
      List<String> arguments =
          List.of(
              cell.side(),
              cell.layout(),
              Integer.toString(round),
              sizes.stream().map(String::valueOf).collect(Collectors.joining(",")),
              Integer.toString(millis),
              samples.toString());
      ChildJvm.Outcome outcome = jvm.run(mainClass, FLAGS, arguments, scratch.dir(), LIMIT_SECONDS);
      if (!outcome.isSuccess()) {
        return Optional.of(Causes.of(outcome, LIMIT_SECONDS));
      }
      Files.write(file, Files.readAllBytes(samples), StandardOpenOption.APPEND);
      return Optional.empty();
    }
  }
}
