package org.hamtlab.layout.champ;

/**
 * An entry below an array node, where a node with this entry alone stands in Clojure. 24 bytes:
 * header 12, two references, padding.
 */
final class Box {
  final Object key;
  Object value;

  Box(Object key, Object value) {
    this.key = key;
    this.value = value;
  }
}
