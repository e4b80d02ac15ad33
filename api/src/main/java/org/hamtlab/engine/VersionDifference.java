package org.hamtlab.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hamtlab.map.Difference;
import org.hamtlab.map.PersistentHamt;

/**
 * Collects what changed between two versions.
 *
 * @param <K> type of keys
 * @param <V> type of values
 */
final class VersionDifference<K, V> {
  private static final Object ABSENT = new Object();

  private final PersistentHamt<K, V> earlier;
  private final PersistentHamt<K, V> later;
  private final Map<K, V> added = new HashMap<>();
  private final Map<K, V> removed = new HashMap<>();
  private final Map<K, Difference.Change<V>> changed = new HashMap<>();

  VersionDifference(PersistentHamt<K, V> earlier, PersistentHamt<K, V> later) {
    this.earlier = earlier;
    this.later = later;
  }

  /** Compares every entry; for versions that share no memory. */
  Difference<K, V> byEntries() {
    later.forEach(this::came);
    earlier.forEach(this::went);
    return result();
  }

  /** Takes note of an entry of the later version, which the earlier one may have too. */
  @SuppressWarnings("unchecked")
  void came(K key, V value) {
    Object before = earlier.getOrDefault(key, (V) ABSENT);
    if (before == ABSENT) {
      added.put(key, value);
    } else if (!Objects.equals(before, value)) {
      changed.put(key, new Difference.Change<>((V) before, value));
    }
  }

  /** Takes note of an entry of the earlier version, which the later one may have too. */
  void went(K key, V value) {
    if (!later.containsKey(key)) {
      removed.put(key, value);
    }
  }

  Difference<K, V> result() {
    return new Difference<>(added, removed, changed);
  }
}
