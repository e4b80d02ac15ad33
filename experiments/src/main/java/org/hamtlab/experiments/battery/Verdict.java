package org.hamtlab.experiments.battery;

import java.util.Locale;

/** What a result says. */
enum Verdict {
  /** Nothing that an ideal random function would not do. */
  PASS,
  /** As unlikely as to fail, but more even than random: a trie has nothing against it. */
  EVEN,
  /** Suspicious: one in 2^13. */
  WARN,
  /** Not random: one in 2^17. */
  FAIL;

  static final double WARNS = 13;
  static final double FAILS = 17;

  static Verdict of(double bits, boolean isEven) {
    if (bits < WARNS) {
      return PASS;
    }
    return isEven ? EVEN : bits < FAILS ? WARN : FAIL;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
