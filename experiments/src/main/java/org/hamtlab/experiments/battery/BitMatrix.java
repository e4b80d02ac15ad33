package org.hamtlab.experiments.battery;

/**
 * Transposes 64 words of 64 bits, so that one word tells of one bit in all of them.
 *
 * <p><b>Source.</b> Henry Warren, Hacker's Delight, 7-3, exchange of ever smaller blocks.
 */
final class BitMatrix {
  private BitMatrix() {}

  /** Swaps rows and columns in place: bit k of word j becomes bit j of word k. */
  static void transpose(long[] words) {
    long mask = 0xFFFF_FFFFL;
    for (int width = 32; width != 0; width >>>= 1, mask ^= mask << width) {
      for (int row = 0; row < 64; row = (row | width) + 1 & ~width) {
        long exchanged = (words[row] >>> width ^ words[row | width]) & mask;
        words[row] ^= exchanged << width;
        words[row | width] ^= exchanged;
      }
    }
  }
}
