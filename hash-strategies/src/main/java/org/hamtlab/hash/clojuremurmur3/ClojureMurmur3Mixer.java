package org.hamtlab.hash.clojuremurmur3;

import org.hamtlab.spi.HashMixer;

/**
 * MurmurHash3 of one number, as Clojure hashes ints (and codes of strings) or longs.
 *
 * <p><b>Cost.</b> Five multiplications for an int, eight for a long.
 *
 * <p><b>Source.</b> clojure/clojure, src/jvm/clojure/lang/Murmur3.java, hashInt and hashLong.
 */
public final class ClojureMurmur3Mixer implements HashMixer {
  private static final int FIRST = 0xcc9e2d51;
  private static final int SECOND = 0x1b873593;
  private static final int ADDEND = 0xe6546b64;

  private final boolean isLong;

  /**
   * Creates the mixer.
   *
   * @param isLong whether it takes 64 bits for the number, else 32
   */
  public ClojureMurmur3Mixer(boolean isLong) {
    this.isLong = isLong;
  }

  @Override
  public long mix(long hash) {
    return (isLong ? ofLong(hash) : ofInt((int) hash)) & 0xFFFF_FFFFL;
  }

  private static int ofInt(int number) {
    return number == 0 ? 0 : finished(block(0, number), Integer.BYTES);
  }

  private static int ofLong(long number) {
    return number == 0
        ? 0
        : finished(block(block(0, (int) number), (int) (number >>> 32)), Long.BYTES);
  }

  private static int block(int state, int number) {
    int mixed = Integer.rotateLeft(number * FIRST, 15) * SECOND;
    return Integer.rotateLeft(state ^ mixed, 13) * 5 + ADDEND;
  }

  private static int finished(int state, int bytes) {
    int mixed = state ^ bytes;
    mixed = (mixed ^ mixed >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }
}
