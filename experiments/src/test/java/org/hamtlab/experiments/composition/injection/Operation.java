package org.hamtlab.experiments.composition.injection;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Every operation that may change a map, as a step of a history plays it. */
public enum Operation {
  PUT(Failing.WHOLE, (map, step) -> map.put(step.key(), step.value())),
  PUT_IF_ABSENT(Failing.WHOLE, (map, step) -> map.putIfAbsent(step.key(), step.value())),
  COMPUTE(Failing.WHOLE, (map, step) -> map.compute(step.key(), (key, old) -> step.value())),
  COMPUTE_IF_ABSENT(
      Failing.WHOLE, (map, step) -> map.computeIfAbsent(step.key(), key -> step.value())),
  COMPUTE_IF_PRESENT(
      Failing.WHOLE, (map, step) -> map.computeIfPresent(step.key(), (key, old) -> step.value())),
  MERGE(Failing.WHOLE, (map, step) -> map.merge(step.key(), step.value(), (old, given) -> given)),
  REPLACE(Failing.WHOLE, (map, step) -> map.replace(step.key(), step.value())),
  REPLACE_IF_EQUAL(
      Failing.WHOLE, (map, step) -> map.replace(step.key(), map.get(step.key()), step.value())),
  SET_VALUE(
      Failing.WHOLE,
      (map, step) -> {
        for (Map.Entry<Object, Object> entry : map.entrySet()) {
          if (Objects.equals(entry.getKey(), step.key())) {
            return entry.setValue(step.value());
          }
        }
        return null;
      }),
  PUT_ALL(
      Failing.BY_ENTRY,
      (map, step) -> {
        map.putAll(step.several());
        return null;
      }),
  REPLACE_ALL(
      Failing.BY_ENTRY,
      (map, step) -> {
        map.replaceAll((key, old) -> step.several().containsKey(key) ? step.value() : old);
        return null;
      }),
  REMOVE(Failing.NEVER, (map, step) -> map.remove(step.key())),
  REMOVE_IF_EQUAL(Failing.NEVER, (map, step) -> map.remove(step.key(), map.get(step.key()))),
  REMOVE_BY_COMPUTE(Failing.NEVER, (map, step) -> map.compute(step.key(), (key, old) -> null)),
  REMOVE_BY_COMPUTE_IF_PRESENT(
      Failing.NEVER, (map, step) -> map.computeIfPresent(step.key(), (key, old) -> null)),
  REMOVE_BY_MERGE(
      Failing.NEVER,
      (map, step) ->
          map.containsKey(step.key())
              ? map.merge(step.key(), step.value(), (old, given) -> null)
              : null),
  REMOVE_KEY(Failing.NEVER, (map, step) -> map.keySet().remove(step.key())),
  REMOVE_KEYS(Failing.NEVER, (map, step) -> map.keySet().removeAll(step.several().keySet())),
  RETAIN_KEYS(
      Failing.NEVER,
      (map, step) -> step.isRare() && map.keySet().retainAll(step.several().keySet())),
  REMOVE_ENTRY(
      Failing.NEVER,
      (map, step) ->
          map.containsKey(step.key())
              && map.entrySet().remove(Map.entry(step.key(), map.get(step.key())))),
  REMOVE_VALUES(
      Failing.NEVER,
      (map, step) -> map.values().removeIf(value -> value.equals(step.value() - 20))),
  REMOVE_IF(Failing.NEVER, (map, step) -> map.keySet().removeIf(step.several()::containsKey)),
  REMOVE_BY_ITERATOR(
      Failing.NEVER,
      (map, step) -> {
        Iterator<Object> keys = map.keySet().iterator();
        while (keys.hasNext()) {
          if (Objects.equals(keys.next(), step.key())) {
            keys.remove();
            return true;
          }
        }
        return false;
      }),
  CLEAR(
      Failing.NEVER,
      (map, step) -> {
        if (step.isRare()) {
          map.clear();
        }
        return null;
      });

  /** What may come of an operation when a request is refused. */
  public enum Failing {
    /** It fails and has no effect. */
    WHOLE,
    /** It fails and has had its effect on the entries before the one that failed. */
    BY_ENTRY,
    /** It does not fail. */
    NEVER
  }

  private final Failing failing;
  private final BiFunction<Map<Object, Object>, Step, Object> effect;

  Operation(Failing failing, BiFunction<Map<Object, Object>, Step, Object> effect) {
    this.failing = failing;
    this.effect = effect;
  }

  /** What may come of it when a request is refused. */
  public Failing failing() {
    return failing;
  }

  /** Plays it on a map; answers what the map answers. */
  public Object play(Map<Object, Object> map, Step step) {
    return effect.apply(map, step);
  }
}
