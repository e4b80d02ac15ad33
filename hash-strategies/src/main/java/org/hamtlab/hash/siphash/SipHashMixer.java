package org.hamtlab.hash.siphash;

import org.hamtlab.spi.ContentMixer;

/**
 * SipHash of the content of a key: a keyed function whose outputs nobody predicts without its key.
 *
 * <p><b>Shape.</b> The message of a string is its chars, two bytes each, lowest byte first; of a
 * {@code byte[]} its bytes; of a boxed primitive its bits, lowest byte first ({@code Boolean} one
 * byte); of {@code null} nothing; of any other key the four bytes of its {@code hashCode()}, so
 * that keys with equal hash codes stay equal in every generation. Generations after the first put a
 * word before the message: the generation, and in the high half the kind of the key.
 *
 * <p><b>Cost.</b> One word of eight bytes takes {@code wordRounds} rounds of fourteen operations.
 *
 * <p><b>Source.</b> Jean-Philippe Aumasson, Daniel Bernstein, SipHash: a fast short-input PRF
 * (2012), doi:10.1007/978-3-642-34931-7_28; veorq/SipHash, siphash.c.
 *
 * <p><b>Deviations.</b> The key of 128 bits is expanded from a secret of 64 by SplitMix64, unless
 * it is drawn.
 */
public final class SipHashMixer implements ContentMixer {
  private final int wordRounds;
  private final int finalRounds;
  private final long lowKey;
  private final long highKey;

  /**
   * Creates the mixer.
   *
   * @param wordRounds rounds a word of the message
   * @param finalRounds rounds at the end
   * @param lowKey the first half of the key
   * @param highKey the second half
   */
  public SipHashMixer(int wordRounds, int finalRounds, long lowKey, long highKey) {
    this.wordRounds = wordRounds;
    this.finalRounds = finalRounds;
    this.lowKey = lowKey;
    this.highKey = highKey;
  }

  @Override
  public long mix(long hash) {
    return message(null, hash, Long.BYTES, 0, 0);
  }

  @Override
  public long hash(Object key, int generation) {
    long before = generation == 0 ? 0 : kind(key) << Integer.SIZE | generation;
    return switch (key) {
      case null -> message(null, 0, 0, generation, before);
      case String text ->
          message(text, 0, (long) text.length() * Character.BYTES, generation, before);
      case byte[] bytes -> message(bytes, 0, bytes.length, generation, before);
      case Long number -> message(null, number, Long.BYTES, generation, before);
      case Double number ->
          message(null, Double.doubleToLongBits(number), Long.BYTES, generation, before);
      case Float number -> ofInt(Float.floatToIntBits(number), generation, before);
      case Short number -> message(null, number & 0xFFFFL, Short.BYTES, generation, before);
      case Character letter -> message(null, letter, Character.BYTES, generation, before);
      case Byte number -> message(null, number & 0xFFL, Byte.BYTES, generation, before);
      case Boolean truth -> message(null, truth ? 1 : 0, 1, generation, before);
      default -> ofInt(key.hashCode(), generation, before);
    };
  }

  private long ofInt(int bits, int generation, long before) {
    return message(null, bits & 0xFFFF_FFFFL, Integer.BYTES, generation, before);
  }

  private static long kind(Object key) {
    return switch (key) {
      case null -> 0;
      case String _ -> 1;
      case byte[] _ -> 2;
      case Long _ -> 3;
      case Double _ -> 4;
      case Integer _ -> 5;
      case Float _ -> 6;
      case Short _ -> 7;
      case Character _ -> 8;
      case Byte _ -> 9;
      case Boolean _ -> 10;
      default -> 11;
    };
  }

  /**
   * The hash of one message. All state is local: a lookup must not allocate.
   *
   * @param content a string or bytes; {@code null} if the message is at most one word
   * @param bits that word
   * @param bytes length of the message
   * @param generation a word stands before the message unless this is 0
   * @param before that word
   */
  private long message(Object content, long bits, long bytes, int generation, long before) {
    // The constants spell "somepseudorandomlygeneratedbytes".
    long v0 = lowKey ^ 0x736f6d6570736575L;
    long v1 = highKey ^ 0x646f72616e646f6dL;
    long v2 = lowKey ^ 0x6c7967656e657261L;
    long v3 = highKey ^ 0x7465646279746573L;
    int first = generation == 0 ? 0 : -1;
    long length = bytes - (long) first * Long.BYTES << 56;
    int last = (int) (bytes / Long.BYTES);
    for (int at = first; at <= last + 1; at++) {
      boolean isEnd = at > last;
      long word = at < 0 ? before : isEnd ? 0 : word(content, bits, at) | (at == last ? length : 0);
      v3 ^= word;
      v2 ^= isEnd ? 0xff : 0;
      for (int round = isEnd ? finalRounds : wordRounds; round > 0; round--) {
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
      v0 ^= word;
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  /** One word of a message, filled up with zeros. */
  private static long word(Object content, long bits, int at) {
    return switch (content) {
      case null -> at == 0 ? bits : 0;
      case String text -> ofText(text, at * (Long.BYTES / Character.BYTES));
      case byte[] bytes -> ofBytes(bytes, at * Long.BYTES);
      default -> throw new IllegalStateException("siphash: " + content.getClass());
    };
  }

  private static long ofText(String text, int from) {
    int end = Math.min(text.length(), from + Long.BYTES / Character.BYTES);
    long word = 0;
    for (int at = end - 1; at >= from; at--) {
      word = word << Character.SIZE | text.charAt(at);
    }
    return word;
  }

  private static long ofBytes(byte[] bytes, int from) {
    int end = Math.min(bytes.length, from + Long.BYTES);
    long word = 0;
    for (int at = end - 1; at >= from; at--) {
      word = word << Byte.SIZE | bytes[at] & 0xFF;
    }
    return word;
  }
}
