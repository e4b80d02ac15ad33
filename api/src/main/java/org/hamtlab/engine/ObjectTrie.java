package org.hamtlab.engine;

import java.util.ConcurrentModificationException;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.ObjectNodeLayout;
import org.hamtlab.spi.PathCompression;

/**
 * The state of one trie, and lookup. Insertion, removal and iteration stand in classes of their own
 * and work on this one.
 *
 * <p>The root is {@code none} while the trie is empty, else an ordinary branch of level 0. Root and
 * size change last, so an operation that fails leaves the trie as it was.
 *
 * @param <R> type of a node reference
 */
final class ObjectTrie<R> {
  /** What a lookup answers when the key is absent, since {@code null} may be a value. */
  static final Object ABSENT = new Object();

  final ObjectNodeLayout<R> layout;

  R root;
  int size;
  int modifications;
  boolean closed;

  private final KeyHasher hasher;
  private final PathCompression compression;
  private final HashDigits digits;
  private final long pathMask;
  private final int lastLevel;
  private final int mask;
  private final int step;
  private final int firstShift;

  ObjectTrie(KeyHasher hasher, ObjectNodeLayout<R> layout, PathCompression compression) {
    this.hasher = hasher;
    this.layout = layout;
    this.compression = compression;
    this.digits = layout.digits();
    Constants.requireSame(digits);
    this.mask = digits.mask();
    this.step = digits.step();
    this.firstShift = digits.firstShift();
    this.lastLevel = digits.lastLevel();
    this.pathMask = digits.path(-1L);
    this.root = none();
  }

  /** The reference that denotes no node: {@code null}, or 0 in the derived version. */
  R none() {
    return null;
  }

  /** How hashes are cut into fragments. */
  HashDigits digits() {
    return Constants.KNOWN ? Constants.DIGITS : digits;
  }

  /** Where entries and branches stand. */
  PathCompression compression() {
    return Constants.KNOWN ? Constants.COMPRESSION : compression;
  }

  /** Whether a branch may be compressed. */
  boolean skips() {
    return !Constants.KNOWN || Constants.SKIPS;
  }

  /** The deepest level. */
  int lastLevel() {
    return Constants.KNOWN ? Constants.LAST_LEVEL : lastLevel;
  }

  /** Fan-out minus one. */
  int mask() {
    return Constants.KNOWN ? Constants.MASK : mask;
  }

  /** The rotation between the fragments of two levels. */
  int step() {
    return Constants.KNOWN ? Constants.STEP : step;
  }

  /** The rotation of level 0. */
  int firstShift() {
    return Constants.KNOWN ? Constants.FIRST_SHIFT : firstShift;
  }

  /** The bits of a key's mixed hash that the trie uses. */
  long pathOf(Object key) {
    return Constants.KNOWN
        ? Constants.HASHER.hash(key) & Constants.PATH_MASK
        : hasher.hash(key) & pathMask;
  }

  /** The value of a key, or what is asked for when it is absent. */
  Object find(Object key, Object absent) {
    R node = root;
    if (node == none()) {
      ensureOpen();
      return absent;
    }
    ObjectNodeLayout<R> layout = this.layout;
    long path = pathOf(key);
    int mask = mask();
    int step = step();
    int shift = firstShift();
    long rest = Long.rotateRight(path, shift);
    for (; ; ) {
      int fragment = (int) rest & mask;
      if (!layout.occupied(node, fragment)) {
        return absent;
      }
      int slot = layout.slotOf(node, fragment);
      int kind = layout.kind(node, slot);
      if (kind == NodeLayout.BRANCH) {
        node = layout.child(node, slot);
        shift += step;
        rest = Long.rotateRight(rest, step);
      } else if (kind == NodeLayout.ENTRY) {
        return same(layout.key(node, slot), key) ? layout.value(node, slot) : absent;
      } else if (kind == NodeLayout.COMPRESSED && skips()) {
        node = layout.child(node, slot);
        int skip = layout.skip(node);
        shift += step;
        if (((path ^ layout.prefix(node)) & runMask(shift, skip)) != 0) {
          return absent;
        }
        shift += step * skip;
        rest = Long.rotateRight(path, shift);
      } else {
        R collision = layout.child(node, slot);
        int index = indexIn(collision, key);
        return index < 0 ? absent : layout.collisionValue(collision, index);
      }
    }
  }

  /** The path bits of a run of levels whose first has the given shift. */
  long runMask(int shift, int run) {
    int lowest = step() < 0 ? shift + step() * (run - 1) : shift;
    return Long.rotateLeft(-1L >>> (64 - run * digits().span()), lowest);
  }

  /** The position of a key in a collision node, or -1. */
  int indexIn(R collision, Object key) {
    int size = layout.collisionSize(collision);
    for (int index = 0; index < size; index++) {
      if (same(layout.collisionKey(collision, index), key)) {
        return index;
      }
    }
    return -1;
  }

  /** Whether a key that stands in the trie equals one that is looked for. */
  static boolean same(Object present, Object key) {
    return present == key || (key != null && key.equals(present));
  }

  /** Puts a branch in the place of the one that it replaces, and frees that one. */
  void relink(R parent, int parentSlot, R replaced, R replacement) {
    if (replacement == replaced) {
      return;
    }
    if (parent == none()) {
      root = replacement;
    } else {
      layout.withChildAt(parent, parentSlot, replacement);
    }
    layout.discard(replaced);
  }

  /** Drops everything. */
  void clear() {
    ensureOpen();
    layout.clear();
    root = none();
    size = 0;
    modifications++;
  }

  /** Throws if the map was closed. */
  void ensureOpen() {
    if (closed) {
      throw new IllegalStateException(
          "map: closed (expected open). Compose another map, or close this one later.");
    }
  }

  /** Throws if the map was closed or changed since a count of modifications was taken. */
  void ensureUnmodified(int expectedModifications) {
    if (modifications != expectedModifications) {
      ensureOpen();
      throw new ConcurrentModificationException(
          "map: changed by something else in the middle of an iteration or an operation");
    }
  }
}
