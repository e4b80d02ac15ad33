package org.hamtlab.layout.sealedclass;

/** Entries whose paths are equal in all bits, scanned linearly. The array has exact size. */
final class Collision extends Node {
  Entry[] entries;

  Collision(Entry[] entries) {
    this.entries = entries;
  }
}
