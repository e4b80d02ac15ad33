package org.hamtlab.engine;

import java.util.AbstractMap;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The operations of a map that look before they change: each finds what is there, compares it or
 * computes from it, and puts or removes. A function that changes the map itself is refused.
 *
 * @param <K> type of keys
 * @param <V> type of values
 * @param <R> type of a node reference
 */
abstract class ObjectComputations<K, V, R> extends AbstractMap<K, V> {

  /** The trie that holds the entries now. */
  abstract ObjectTrie<R> trie();

  /** What a lookup found as a value, {@code null} for absent. */
  abstract V presentOrNull(Object found);

  @Override
  public boolean remove(Object key, Object value) {
    Object present = trie().find(key, ObjectTrie.ABSENT);
    boolean matches = present != ObjectTrie.ABSENT && Objects.equals(present, value);
    if (matches) {
      remove(key);
    }
    return matches;
  }

  @Override
  public V replace(K key, V value) {
    return containsKey(key) ? put(key, value) : null;
  }

  @Override
  public boolean replace(K key, V oldValue, V newValue) {
    Object present = trie().find(key, ObjectTrie.ABSENT);
    boolean matches = present != ObjectTrie.ABSENT && Objects.equals(present, oldValue);
    if (matches) {
      put(key, newValue);
    }
    return matches;
  }

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    V present = get(key);
    if (present != null) {
      return present;
    }
    int expected = trie().modifications;
    V computed = function.apply(key);
    trie().ensureUnmodified(expected);
    if (computed != null) {
      put(key, computed);
    }
    return computed;
  }

  @Override
  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    V present = get(key);
    return present == null ? null : store(key, true, () -> function.apply(key, present));
  }

  @Override
  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function, "function");
    Object present = trie().find(key, ObjectTrie.ABSENT);
    V previous = presentOrNull(present);
    return store(key, present != ObjectTrie.ABSENT, () -> function.apply(key, previous));
  }

  @Override
  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(function, "function");
    V present = get(key);
    if (present == null) {
      put(key, value);
      return value;
    }
    return store(key, true, () -> function.apply(present, value));
  }

  /** Stores what a function computes, or removes the key if that is {@code null}. */
  private V store(K key, boolean present, Supplier<? extends V> function) {
    int expected = trie().modifications;
    V computed = function.get();
    trie().ensureUnmodified(expected);
    if (computed != null) {
      put(key, computed);
    } else if (present) {
      remove(key);
    }
    return computed;
  }
}
