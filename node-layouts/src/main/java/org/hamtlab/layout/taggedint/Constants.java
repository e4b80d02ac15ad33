package org.hamtlab.layout.taggedint;

import org.hamtlab.spi.CompositionConstants;
import org.hamtlab.spi.HashDigits;

/**
 * The span, and whether paths are kept, as constants of this copy of the layout; see {@link
 * CompositionConstants}. The layout's constructor must not use this class: the constants are stated
 * after it.
 */
final class Constants {
  private static final HashDigits DIGITS = CompositionConstants.digits(Constants.class);
  static final boolean KNOWN = DIGITS != null;

  /** Whether a bitmap takes two words. */
  static final boolean WIDE = KNOWN && DIGITS.span() == 6;

  /** Whether the path of each entry is kept. */
  static final boolean MEMOISES = CompositionConstants.memoises(Constants.class);

  private Constants() {}
}
