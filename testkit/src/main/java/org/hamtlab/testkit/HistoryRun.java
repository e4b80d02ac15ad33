package org.hamtlab.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs a random history of numbered steps, any selection of which can be played again. One that
 * fails is shortened, by leaving out steps as long as it still fails; the failure shows what is
 * left and the command that repeats all of it.
 */
final class HistoryRun {
  /** How many shorter histories are tried. */
  private static final int ATTEMPTS = 2_000;

  /** How many operations of the shortened history are shown. */
  private static final int SHOWN = 40;

  private final Supplier<History> histories;
  private final int steps;
  private final String command;
  private int attempts;

  /** A history that is played once. */
  interface History {
    /** Plays selected steps from the beginning. */
    void play(int[] steps);

    /** The operations played so far, as a reader would write them. */
    List<String> played();
  }

  /**
   * Prepares a run.
   *
   * @param histories creates the history anew, for every selection of steps
   * @param steps its length
   * @param command repeats it
   */
  HistoryRun(Supplier<History> histories, int steps, String command) {
    this.histories = histories;
    this.steps = steps;
    this.command = command;
  }

  /** The command that repeats a history. */
  static String command(String phrase, long seed, int steps, String more) {
    return "./hamt test -pl experiments -am -Dtest=ReproduceTest -Dhamt.phrase='"
        + phrase
        + "' -Dhamt.seed="
        + seed
        + " -Dhamt.steps="
        + steps
        + more;
  }

  /** Runs the history. */
  void run() {
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
            + command,
        failure.cause);
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
    History history = histories.get();
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
