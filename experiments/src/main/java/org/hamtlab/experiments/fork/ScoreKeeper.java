package org.hamtlab.experiments.fork;

import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hamtlab.experiments.store.Sample;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/** JMH's output, of which it keeps the score of every iteration, warm-up included. */
final class ScoreKeeper implements OutputFormat {
  private final ForkCell cell;
  private final Consumer<Score> scores;
  private long start;
  private boolean isSetUp;

  ScoreKeeper(ForkCell cell, Consumer<Score> scores) {
    this.cell = cell;
    this.scores = scores;
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult result) {
    scores.accept(
        new Score(
            cell.operation(),
            cell.keys(),
            cell.n(),
            params.getType() == IterationType.WARMUP ? Sample.WARMUP : Sample.MEASURE,
            iteration,
            result.getPrimaryResult().getScore(),
            elapsedNanos(params, result),
            Instant.now().toString()));
  }

  /** A benchmark is set up inside its first iteration; that is no part of it. */
  private long elapsedNanos(IterationParams params, IterationResult result) {
    long elapsed = System.nanoTime() - start;
    if (isSetUp) {
      return elapsed;
    }
    isSetUp = true;
    long asked = params.getTime().convertTo(TimeUnit.NANOSECONDS);
    double timed = result.getPrimaryResult().getScore() * result.getMetadata().getMeasuredOps();
    return Math.min(elapsed, Math.max(asked, (long) timed));
  }

  @Override
  public void println(String text) {
    System.out.println(text);
  }

  @Override
  public void print(String text) {
    System.out.print(text);
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
    start = System.nanoTime();
  }

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> results) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public void verbosePrintln(String text) {}

  @Override
  public void write(int b) {}

  @Override
  public void write(byte[] bytes) {}
}
