package org.hamtlab.layout.sealedclass;

/** One key with its value. 24 bytes: header 12, two references, padding. */
final class Entry extends Node {
  final Object key;
  Object value;

  Entry(Object key, Object value) {
    this.key = key;
    this.value = value;
  }
}
