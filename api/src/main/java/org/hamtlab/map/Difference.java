package org.hamtlab.map;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;

/**
 * What changed between two versions: unmodifiable maps; serializable if keys and values are.
 *
 * @param added entries of the later version whose keys the earlier one lacks
 * @param removed entries of the earlier version whose keys the later one lacks
 * @param changed keys of both whose values are not equal, with the values before and after
 * @param <K> type of keys
 * @param <V> type of values
 */
public record Difference<K, V>(Map<K, V> added, Map<K, V> removed, Map<K, Change<V>> changed)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Makes the maps unmodifiable, which are not copied: they are handed over. */
  public Difference {
    added = Collections.unmodifiableMap(added);
    removed = Collections.unmodifiableMap(removed);
    changed = Collections.unmodifiableMap(changed);
  }

  /** Whether nothing changed. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  /**
   * The values of a key that is in both versions.
   *
   * @param before the earlier version's
   * @param after the later version's
   * @param <V> type of values
   */
  public record Change<V>(V before, V after) implements Serializable {
    private static final long serialVersionUID = 1L;
  }
}
