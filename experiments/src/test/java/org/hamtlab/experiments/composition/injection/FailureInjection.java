package org.hamtlab.experiments.composition.injection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.hamtlab.experiments.composition.injection.Operation.Failing;
import org.hamtlab.spi.AllocationException;

/**
 * Plays one history again and again, another request refused each time: the first, the second, the
 * third, … After a refusal the subject holds what its model holds, is sound, and has as many slots
 * live as one that played the same steps without the one that failed; so nothing has leaked. The
 * step then succeeds, and the history goes on as if nothing had been.
 *
 * <p><b>Source.</b> How SQLite is tested, section 3.1, https://sqlite.org/testing.html.
 */
public final class FailureInjection {
  private final IntFunction<Subject> subjects;
  private final List<Step> history;
  private final List<Long> live = new ArrayList<>();
  private final List<Long> requests = new ArrayList<>();

  /** What came of a refused request. */
  public enum Outcome {
    /** Nothing was to be seen of it: it was not made, or soon made again. */
    NONE,
    /** An operation failed and had no effect. */
    FAILED,
    /** An operation went on without what it had asked for. */
    WENT_ON
  }

  /**
   * Plays the history once, nothing refused.
   *
   * @param subjects makes an empty subject that refuses the request with a number, none for 0
   * @param history what is played
   */
  public FailureInjection(IntFunction<Subject> subjects, List<Step> history) {
    this.subjects = subjects;
    this.history = history;
    Map<Object, Object> expected = new HashMap<>();
    try (Subject subject = subjects.apply(0)) {
      for (Step step : history) {
        requireSame(step, subject.play(step), expected);
        live.add(subject.slotsLive());
        requests.add(subject.requests());
      }
      requireSound(subject, expected, "without any refusal");
    }
  }

  /** Requests that the history makes when nothing is refused. */
  public long requests() {
    return requests.getLast();
  }

  /** Plays the history with one request refused. */
  public Outcome refuse(int request) {
    Outcome outcome = Outcome.NONE;
    Map<Object, Object> expected = new HashMap<>();
    try (Subject subject = subjects.apply(request)) {
      for (int index = 0; index < history.size(); index++) {
        Step step = history.get(index);
        String place = "request " + request + " refused, " + step;
        Object answer;
        try {
          answer = subject.play(step);
        } catch (AllocationException refused) {
          assertThat(outcome).as("%s: failures before", place).isEqualTo(Outcome.NONE);
          requireNoEffect(subject, expected, index, place);
          outcome = Outcome.FAILED;
          answer = subject.play(step);
        }
        requireSame(step, answer, expected);
        if (outcome != Outcome.WENT_ON && hasDeviated(subject, index, outcome)) {
          assertThat(outcome).as("%s: slots live afterwards", place).isEqualTo(Outcome.NONE);
          requireSound(subject, expected, place);
          outcome = Outcome.WENT_ON;
        }
      }
      requireSound(subject, expected, "request " + request + " refused, at the end");
      requireEmptied(subject, expected);
    }
    return outcome;
  }

  /** Whether a subject is not where one is after the same steps, nothing refused. */
  private boolean hasDeviated(Subject subject, int index, Outcome outcome) {
    boolean hasOtherRequests = outcome == Outcome.NONE && subject.requests() != requests.get(index);
    return hasOtherRequests || subject.slotsLive() != live.get(index);
  }

  /** Plays the history with a request and every later one refused; removals go on. */
  public int refuseFrom(int request) {
    int failed = 0;
    Map<Object, Object> expected = new HashMap<>();
    try (Subject subject = subjects.apply(request)) {
      for (Step step : history) {
        long before = subject.slotsLive();
        try {
          requireSame(step, subject.play(step), expected);
        } catch (AllocationException refused) {
          failed++;
          String place = "requests from " + request + " refused, " + step;
          assertThat(step.operation().failing()).as(place).isNotEqualTo(Failing.NEVER);
          if (step.operation().failing() == Failing.WHOLE) {
            assertThat(subject.content()).as(place).isEqualTo(expected);
            assertThat(subject.slotsLive()).as(place).isEqualTo(before);
          } else {
            step.first(effective(subject, expected, step, place)).play(expected);
          }
          subject.check();
        }
      }
      requireSound(subject, expected, "requests from " + request + " refused, at the end");
      requireEmptied(subject, expected);
    }
    return failed;
  }

  private static void requireSame(Step step, Object answer, Map<Object, Object> expected) {
    assertThat(answer).as("%s", step).isEqualTo(step.play(expected));
  }

  private static void requireSound(Subject subject, Map<Object, Object> expected, String place) {
    assertThat(subject.content()).as(place).isEqualTo(expected);
    subject.check();
  }

  private void requireNoEffect(
      Subject subject, Map<Object, Object> expected, int index, String place) {
    Step step = history.get(index);
    Failing failing = step.operation().failing();
    assertThat(failing).as("%s: an operation that never fails", place).isNotEqualTo(Failing.NEVER);
    if (failing == Failing.WHOLE) {
      requireSound(subject, expected, place);
      assertThat(subject.slotsLive()).as(place).isEqualTo(index == 0 ? 0 : live.get(index - 1));
    } else {
      int entries = effective(subject, expected, step, place);
      subject.check();
      assertThat(subject.slotsLive()).as(place).isEqualTo(freshLive(index, step.first(entries)));
    }
  }

  /** How many entries of a step had their effect before one failed; as few as explain it. */
  private static int effective(
      Subject subject, Map<Object, Object> expected, Step step, String place) {
    Map<Object, Object> content = subject.content();
    for (int entries = 0; entries < step.several().size(); entries++) {
      Map<Object, Object> candidate = new HashMap<>(expected);
      step.first(entries).play(candidate);
      if (content.equals(candidate)) {
        return entries;
      }
    }
    throw new AssertionError(
        place + ": " + content + " (expected the effect of its first entries on " + expected + ")");
  }

  /** Slots live after the steps before an index and one more, nothing refused. */
  private long freshLive(int index, Step last) {
    try (Subject fresh = subjects.apply(0)) {
      history.subList(0, index).forEach(fresh::play);
      fresh.play(last);
      return fresh.slotsLive();
    }
  }

  private static void requireEmptied(Subject subject, Map<Object, Object> expected) {
    for (Object key : List.copyOf(expected.keySet())) {
      subject.play(new Step(Operation.REMOVE, key, 0, Map.of(), false));
    }
    assertThat(subject.content()).isEmpty();
    assertThat(subject.slotsLive()).as("slots live in an empty map").isZero();
  }
}
