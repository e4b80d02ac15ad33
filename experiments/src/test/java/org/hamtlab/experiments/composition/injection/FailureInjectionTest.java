package org.hamtlab.experiments.composition.injection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.experiments.composition.injection.FailureInjection.Outcome;
import org.hamtlab.spi.AllocationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A subject that mishandles a refused request is noticed. */
class FailureInjectionTest {
  private static final List<Step> HISTORY = Step.history(3, 200);

  /** What a subject does wrong. */
  enum Fault {
    NONE,
    HAS_HALF_AN_EFFECT,
    LEAKS_A_SLOT,
    FAILS_IN_REMOVALS,
    LOSES_AN_ENTRY,
    IS_NOT_SOUND
  }

  /** A map of one slot an entry, which asks for a slot before it puts. */
  private static final class Fake implements Subject {
    private final Map<Object, Object> map = new HashMap<>();
    private final Fault fault;
    private final int refused;
    private int requests;
    private int leaked;
    private boolean isSound = true;

    Fake(Fault fault, int refused) {
      this.fault = fault;
      this.refused = refused;
    }

    @Override
    public Object play(Step step) {
      boolean asks =
          step.operation() == Operation.PUT
              || (fault == Fault.FAILS_IN_REMOVALS && step.operation() == Operation.REMOVE);
      if (asks && ++requests == refused) {
        mishandle(step);
        throw new AllocationException("fake: refused");
      }
      return step.play(map);
    }

    private void mishandle(Step step) {
      switch (fault) {
        case HAS_HALF_AN_EFFECT -> map.put(step.key(), step.value());
        case LEAKS_A_SLOT -> leaked++;
        case LOSES_AN_ENTRY -> map.keySet().stream().findAny().ifPresent(map::remove);
        case IS_NOT_SOUND -> isSound = false;
        case NONE, FAILS_IN_REMOVALS -> {}
      }
    }

    @Override
    public Map<Object, Object> content() {
      return new HashMap<>(map);
    }

    @Override
    public long slotsLive() {
      return map.size() + leaked;
    }

    @Override
    public long requests() {
      return requests;
    }

    @Override
    public void check() {
      assertThat(isSound).isTrue();
    }

    @Override
    public void close() {
      map.clear();
    }
  }

  private static int failed(Fault fault) {
    FailureInjection injection = new FailureInjection(refused -> new Fake(fault, refused), HISTORY);
    int failed = 0;
    for (int request = 1; request <= injection.requests(); request++) {
      failed += injection.refuse(request) == Outcome.FAILED ? 1 : 0;
    }
    return failed;
  }

  @Test
  void passesASubjectWithoutFault() {
    assertThat(failed(Fault.NONE)).isGreaterThan(40);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void noticesAFault(Fault fault) {
    assertThatThrownBy(() -> failed(fault)).isInstanceOf(AssertionError.class);
  }
}
