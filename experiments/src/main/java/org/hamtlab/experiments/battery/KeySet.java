package org.hamtlab.experiments.battery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.hamtlab.spi.ContentMixer;

/**
 * Keys with structure: hashes, or objects whose hash codes are mixed unless the mixer reads them.
 *
 * @param family the family of the method, K1 to K4
 * @param name what they are
 * @param hashes the hashes to mix, distinct
 * @param objects the keys that have those hash codes; empty if the hashes are themselves the keys
 */
record KeySet(String family, String name, long[] hashes, List<Object> objects) {

  static KeySet of(String family, String name, long[] hashes) {
    return new KeySet(family, name, Arrays.stream(hashes).distinct().toArray(), List.of());
  }

  static KeySet of(String family, String name, List<?> objects) {
    return new KeySet(
        family,
        name,
        objects.stream().mapToLong(key -> key.hashCode() & 0xFFFF_FFFFL).distinct().toArray(),
        List.copyOf(objects));
  }

  /** Number of keys. */
  int size() {
    return objects.isEmpty() ? hashes.length : objects.size();
  }

  /**
   * What the mixer makes of the keys, one hash for each input that it can tell from the others: a
   * hash code, or the content of a key, which it tells apart if two generations do.
   */
  long[] mixed(LongUnaryOperator mixer, Optional<ContentMixer> content) {
    if (content.isEmpty() || objects.isEmpty()) {
      return Arrays.stream(hashes).map(mixer).toArray();
    }
    ContentMixer reader = content.get();
    return objects.stream()
        .map(key -> List.of(reader.hash(key, 0), reader.hash(key, 1)))
        .distinct()
        .mapToLong(List::getFirst)
        .toArray();
  }
}
