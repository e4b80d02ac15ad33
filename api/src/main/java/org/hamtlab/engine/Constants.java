package org.hamtlab.engine;

import java.util.stream.IntStream;
import org.hamtlab.spi.CompositionConstants;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.PathCompression;

/**
 * What this copy of the engine is for, as constants; see {@link CompositionConstants}. Unknown to
 * an engine that was not copied.
 */
final class Constants {
  static final HashDigits DIGITS = CompositionConstants.digits(Constants.class);
  static final boolean KNOWN = DIGITS != null;
  static final PathCompression COMPRESSION = CompositionConstants.compression(Constants.class);
  private static final HashMixer MIXER = CompositionConstants.mixer(Constants.class);

  /** Whether all maps hash alike, with {@link #HASHER}; else each family has its own. */
  static final boolean HASHES_ALIKE = MIXER != null;

  static final KeyHasher HASHER = KeyHasher.of(MIXER);
  static final int GENERATIONS = CompositionConstants.generations(Constants.class);
  static final boolean MEMOISES = CompositionConstants.memoises(Constants.class);
  static final int ROOT_TABLE_LOAD = CompositionConstants.rootTableLoad(Constants.class);
  static final int MASK = KNOWN ? DIGITS.mask() : 0;
  static final int STEP = KNOWN ? DIGITS.step() : 0;
  static final boolean SKIPS =
      KNOWN && IntStream.range(1, DIGITS.levels()).anyMatch(run -> COMPRESSION.collapse(run) > 0);
  static final int LAST_LEVEL = KNOWN ? DIGITS.lastLevel() : 0;
  static final long PATH_MASK = KNOWN ? DIGITS.path(-1L) : 0;
  static final int FIRST_SHIFT = KNOWN ? DIGITS.firstShift() : 0;

  private Constants() {}

  /** Throws if a layout cuts hashes in another way than its composition's first one. */
  static void requireSame(HashDigits digits) {
    if (KNOWN && !DIGITS.equals(digits)) {
      throw new IllegalStateException(
          "layout: "
              + digits
              + " (expected "
              + DIGITS
              + ", as in the composition's first map). Let equal settings give equal digits.");
    }
  }
}
