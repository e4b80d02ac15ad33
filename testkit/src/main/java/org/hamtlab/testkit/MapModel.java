package org.hamtlab.testkit;

import java.util.function.Supplier;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;

/**
 * Compares a map with {@link java.util.HashMap} over a random history that is rich in collisions. A
 * history is fixed by phrase, seed and number of steps; one that fails is shortened and printed
 * with the command that repeats it.
 */
public final class MapModel {
  private final HistoryRun run;

  /**
   * Creates a history.
   *
   * @param phrase names the composition in failures
   * @param maps creates empty maps of it
   * @param seed fixes the history
   * @param steps its length
   */
  public MapModel(String phrase, Supplier<Hamt<Object, Object>> maps, long seed, int steps) {
    this(InstalledForTests.registry(), phrase, maps, seed, steps);
  }

  /**
   * Creates a history of maps whose strategies need not be installed.
   *
   * @param registry has the strategies
   * @param phrase names the composition in failures
   * @param maps creates empty maps of it
   * @param seed fixes the history
   * @param steps its length
   */
  public MapModel(
      Registry registry, String phrase, Supplier<Hamt<Object, Object>> maps, long seed, int steps) {
    this.run =
        new HistoryRun(
            () -> new MapHistory(registry, maps, seed, steps * 3 / 4),
            steps,
            HistoryRun.command(phrase, seed, steps, ""));
  }

  /** Runs the history. */
  public void run() {
    run.run();
  }
}
