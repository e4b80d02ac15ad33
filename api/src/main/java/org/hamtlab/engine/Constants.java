package org.hamtlab.engine;

import org.hamtlab.spi.CompositionConstants;
import org.hamtlab.spi.HashDigits;

/** The digits as constants of this copy of the engine; see {@link CompositionConstants}. */
final class Constants {
  static final HashDigits DIGITS = CompositionConstants.digits(Constants.class);
  static final boolean KNOWN = DIGITS != null;
  static final int MASK = KNOWN ? DIGITS.mask() : 0;
  static final int STEP = KNOWN ? DIGITS.step() : 0;
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
