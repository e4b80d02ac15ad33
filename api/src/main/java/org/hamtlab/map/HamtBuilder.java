package org.hamtlab.map;

import java.util.Arrays;
import java.util.Map;
import org.hamtlab.assembly.Composition;

/**
 * Collects entries and makes a version of them at once, as the phrase's {@code build} says.
 *
 * <p>Of equal keys the first instance and the last value stay, as if one had been put after
 * another. A builder hashes nothing before {@link #build}, may build several times, and is used by
 * one thread at a time.
 *
 * <p><b>Cost.</b> 8 to 16 bytes an entry that was put, until it is dropped.
 *
 * @param <K> type of keys
 * @param <V> type of values
 */
public final class HamtBuilder<K, V> {
  private static final int FIRST_ENTRIES = 16;

  private final Composition composition;
  private Object[] keys = new Object[FIRST_ENTRIES];
  private Object[] values = new Object[FIRST_ENTRIES];
  private int count;

  HamtBuilder(Composition composition) {
    this.composition = composition;
  }

  /** Adds an entry. */
  public HamtBuilder<K, V> put(K key, V value) {
    if (count == keys.length) {
      reserve(1);
    }
    keys[count] = key;
    values[count++] = value;
    return this;
  }

  /** Adds the entries of a map. */
  public HamtBuilder<K, V> putAll(Map<? extends K, ? extends V> entries) {
    entries.forEach(this::put);
    return this;
  }

  /** Adds what another builder has collected. */
  public HamtBuilder<K, V> putAll(HamtBuilder<? extends K, ? extends V> other) {
    int more = other.count;
    reserve(more);
    System.arraycopy(other.keys, 0, keys, count, more);
    System.arraycopy(other.values, 0, values, count, more);
    count += more;
    return this;
  }

  private void reserve(int more) {
    int needed = Math.addExact(count, more);
    if (needed > keys.length) {
      int capacity = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 2L * keys.length));
      Object[] moreKeys = Arrays.copyOf(keys, capacity);
      values = Arrays.copyOf(values, capacity);
      keys = moreKeys;
    }
  }

  /** A version with the entries that were put, the first of a family of its own. */
  @SuppressWarnings("unchecked")
  public PersistentHamt<K, V> build() {
    return composition
        .<K, V>newPersistentMap()
        .putAll((K[]) Arrays.copyOf(keys, count), (V[]) Arrays.copyOf(values, count));
  }
}
