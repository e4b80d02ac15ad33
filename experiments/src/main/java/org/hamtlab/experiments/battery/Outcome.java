package org.hamtlab.experiments.battery;

/**
 * The result of one test.
 *
 * @param test the test of the method, such as {@code M1}, or keys and statistic, such as {@code K1
 *     P2}
 * @param keys what was hashed
 * @param detail which statistic of the test
 * @param size number of keys
 * @param statistic its value
 * @param bits the negative binary logarithm of its p-value
 * @param isEven whether it deviates towards evenness, which harms no trie
 */
record Outcome(
    String test,
    String keys,
    String detail,
    long size,
    double statistic,
    double bits,
    boolean isEven) {

  static Outcome of(
      String test, String keys, String detail, long size, double statistic, double bits) {
    return new Outcome(test, keys, detail, size, statistic, bits, false);
  }

  /** An exact result: it holds, or it does not. */
  static Outcome exact(String test, String keys, String detail, long size, long faults) {
    return of(test, keys, detail, size, faults, faults == 0 ? 0 : Bits.MOST);
  }

  Verdict verdict() {
    return Verdict.of(bits, isEven);
  }
}
