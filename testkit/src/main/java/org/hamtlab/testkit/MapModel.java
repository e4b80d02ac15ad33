package org.hamtlab.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;

/**
 * Compares a map with {@link java.util.HashMap} over a random history that is rich in collisions. A
 * history is fixed by phrase, seed and number of steps.
 *
 * <p>A history that fails is shortened, by leaving out steps as long as it still fails. The failure
 * shows what is left and the command that repeats all of it.
 */
public final class MapModel {
  /** How many shorter histories are tried. */
  private static final int ATTEMPTS = 2_000;

  /** How many operations of the shortened history are shown. */
  private static final int SHOWN = 40;

  private final Registry registry;
  private final Supplier<Hamt<Object, Object>> maps;
  private final String phrase;
  private final long seed;
  private final int steps;
  private int attempts;

  /**
   * Creates a history.
   *
   * @param phrase names the composition in failures
   * @param maps creates empty maps of it
   * @param seed fixes the history
   * @param steps its length
   */
  public MapModel(String phrase, Supplier<Hamt<Object, Object>> maps, long seed, int steps) {
    this(Registry.installed(), phrase, maps, seed, steps);
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
    this.registry = registry;
    this.phrase = phrase;
    this.maps = maps;
    this.seed = seed;
    this.steps = steps;
  }

  /** Runs the history. */
  public void run() {
    int[] all = IntStream.range(0, steps).toArray();
    Failure failure = play(all);
    if (failure == null) {
      return;
    }
    int[] shortest = shorten(Arrays.copyOf(all, Math.min(steps, failure.played.size())));
    Failure shown = play(shortest);
    throw report(shown == null ? failure : shown, shortest.length);
  }

  private AssertionError report(Failure failure, int length) {
    List<String> played = failure.played;
    List<String> last = played.subList(Math.max(0, played.size() - SHOWN), played.size());
    return new AssertionError(
        failure.cause
            + "\nSteps left of "
            + steps
            + " after shortening: "
            + length
            + ", the last of them:\n  "
            + String.join("\n  ", last)
            + "\nReproduce: "
            + command(),
        failure.cause);
  }

  private String command() {
    return "./hamt test -pl experiments -am -Dtest=ReproduceTest -Dhamt.phrase='"
        + phrase
        + "' -Dhamt.seed="
        + seed
        + " -Dhamt.steps="
        + steps;
  }

  /** Leaves out halves, quarters, … single steps, as long as what remains fails. */
  private int[] shorten(int[] failing) {
    int[] shortest = play(failing) == null ? IntStream.range(0, steps).toArray() : failing;
    for (int size = Math.max(1, shortest.length / 2); size >= 1; size /= 2) {
      for (int from = 0; from < shortest.length && attempts < ATTEMPTS; ) {
        int[] shorter = without(shortest, from, size);
        if (play(shorter) == null) {
          from += size;
        } else {
          shortest = shorter;
        }
      }
    }
    return shortest;
  }

  private static int[] without(int[] steps, int from, int size) {
    int end = Math.min(steps.length, from + size);
    return IntStream.concat(Arrays.stream(steps, 0, from), Arrays.stream(steps, end, steps.length))
        .toArray();
  }

  private Failure play(int[] selected) {
    attempts++;
    MapHistory history = new MapHistory(registry, maps, seed, steps * 3 / 4);
    try {
      history.play(selected);
      return null;
    } catch (RuntimeException | AssertionError failure) {
      return new Failure(failure, history.played());
    }
  }

  /** What went wrong, and the operations up to there. */
  private record Failure(Throwable cause, List<String> played) {}
}
