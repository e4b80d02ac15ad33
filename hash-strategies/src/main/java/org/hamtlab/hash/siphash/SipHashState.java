package org.hamtlab.hash.siphash;

/**
 * The four words between which SipHash mixes; one object a hash, which the JVM keeps in registers.
 */
final class SipHashState {
  private final int wordRounds;
  private final int finalRounds;
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  SipHashState(int wordRounds, int finalRounds, long lowKey, long highKey) {
    this.wordRounds = wordRounds;
    this.finalRounds = finalRounds;
    // The constants spell "somepseudorandomlygeneratedbytes".
    v0 = lowKey ^ 0x736f6d6570736575L;
    v1 = highKey ^ 0x646f72616e646f6dL;
    v2 = lowKey ^ 0x6c7967656e657261L;
    v3 = highKey ^ 0x7465646279746573L;
  }

  void word(long word) {
    v3 ^= word;
    rounds(wordRounds);
    v0 ^= word;
  }

  /**
   * Ends the message.
   *
   * @param rest its last bytes, fewer than eight, the first one lowest
   * @param bytes its length
   */
  long finish(long rest, long bytes) {
    word(rest | bytes << 56);
    v2 ^= 0xff;
    rounds(finalRounds);
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void rounds(int count) {
    for (int round = 0; round < count; round++) {
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
