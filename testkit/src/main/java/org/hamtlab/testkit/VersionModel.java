package org.hamtlab.testkit;

import java.util.function.Supplier;
import org.hamtlab.map.PersistentHamt;

/**
 * Compares a tree of versions with as many {@link java.util.HashMap}s: each step derives a version
 * from any earlier ones, and at the end all of them must be what they were when they came about. A
 * history is fixed by phrase, seed and number of steps; one that fails is shortened and printed
 * with the command that repeats it.
 */
public final class VersionModel {
  private final HistoryRun run;

  /**
   * Creates a history.
   *
   * @param phrase names the composition in failures
   * @param versions creates empty versions of it, each of a family of its own
   * @param seed fixes the history
   * @param steps its length
   */
  public VersionModel(
      String phrase, Supplier<PersistentHamt<Object, Object>> versions, long seed, int steps) {
    this.run =
        new HistoryRun(
            () -> new VersionHistory(versions, seed),
            steps,
            HistoryRun.command(phrase, seed, steps, " -Dhamt.model=versions"));
  }

  /** Runs the history. */
  public void run() {
    run.run();
  }
}
