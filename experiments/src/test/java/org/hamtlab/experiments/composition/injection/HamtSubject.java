package org.hamtlab.experiments.composition.injection;

import java.util.HashMap;
import java.util.Map;
import org.hamtlab.map.Hamt;
import org.hamtlab.testkit.TrieInvariants;

/**
 * A mutable map.
 *
 * @param map the map
 */
public record HamtSubject(Hamt<Object, Object> map) implements Subject {

  @Override
  public Object play(Step step) {
    return step.play(map);
  }

  @Override
  public Map<Object, Object> content() {
    return new HashMap<>(map);
  }

  @Override
  public long slotsLive() {
    return map.telemetry().slotsLive();
  }

  @Override
  public long requests() {
    return map.telemetry().allocations();
  }

  @Override
  public void check() {
    TrieInvariants.of(map).check(map);
  }

  @Override
  public void close() {
    map.close();
  }
}
