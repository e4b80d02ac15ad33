package org.hamtlab.engine;

import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.PathCompression;

/**
 * How a composition places keys: mixer, digits and compression. A copied engine answers from {@link
 * Constants}, so that the compiler folds the answers; a shared one reads fields.
 */
final class TrieRules {
  private final KeyHasher hasher;
  private final PathCompression compression;
  private final HashDigits digits;
  private final long pathMask;
  private final int lastLevel;
  private final int mask;
  private final int step;
  private final int firstShift;

  TrieRules(HashMixer mixer, HashDigits digits, PathCompression compression) {
    Constants.requireSame(digits);
    this.hasher = KeyHasher.of(mixer);
    this.compression = compression;
    this.digits = digits;
    this.mask = digits.mask();
    this.step = digits.step();
    this.firstShift = digits.firstShift();
    this.lastLevel = digits.lastLevel();
    this.pathMask = digits.path(-1L);
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

  /** Whether no branch of the composition is compressed. */
  boolean collapsesNothing() {
    for (int run = 1; run <= lastLevel; run++) {
      if (compression.collapse(run) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether entries stand as high as they may. */
  boolean expandsLazily() {
    return compression().expand(0, lastLevel()) == 0 && compression().expand(1, lastLevel()) == 1;
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

  /** The bits of a key's mixed hash that the trie uses; throws what its {@code hashCode} throws. */
  long pathOf(Object key) {
    return Constants.KNOWN
        ? Constants.HASHER.hash(key) & Constants.PATH_MASK
        : hasher.hash(key) & pathMask;
  }

  /** The path bits of a run of levels whose first has the given shift. */
  long runMask(int shift, int run) {
    int lowest = step() < 0 ? shift + step() * (run - 1) : shift;
    return Long.rotateLeft(-1L >>> (64 - run * digits().span()), lowest);
  }
}
