package org.hamtlab.experiments.covering;

/** Says now and then how far something long is. */
final class Progress {
  private static final long TELLING_NANOS = 15_000_000_000L;

  private long told = System.nanoTime();

  /** Prints a line, unless one was printed a moment ago. */
  void tell(String format, Object... values) {
    long now = System.nanoTime();
    if (now - told > TELLING_NANOS) {
      told = now;
      System.out.printf(format + "%n", values);
    }
  }
}
