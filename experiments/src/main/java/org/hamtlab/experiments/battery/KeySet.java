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

  /** Keys that have the hash code of an earlier one, so that no mixing tells them apart. */
  int collisionsBefore() {
    return size() - hashes.length;
  }

  /** What the mixer makes of them. */
  long[] mixed(LongUnaryOperator mixer, Optional<ContentMixer> content) {
    return content.isPresent() && !objects.isEmpty()
        ? objects.stream().mapToLong(key -> content.get().hash(key, 0)).toArray()
        : Arrays.stream(hashes).map(mixer).toArray();
  }
}
