package org.hamtlab.hash.siphash;

import java.util.SplittableRandom;
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
 * <p><b>Deviations.</b> The key of 128 bits is expanded from a secret of 64 by SplitMix64.
 */
public final class SipHashMixer implements ContentMixer {
  private static final long PUBLISHED_LOW = 0x0706050403020100L;
  private static final long PUBLISHED_HIGH = 0x0f0e0d0c0b0a0908L;

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

  /** The mixer whose key a secret expands to; 0 stands for the key of the published vectors. */
  static SipHashMixer of(int wordRounds, int finalRounds, long secret) {
    if (secret == 0) {
      return new SipHashMixer(wordRounds, finalRounds, PUBLISHED_LOW, PUBLISHED_HIGH);
    }
    SplittableRandom key = new SplittableRandom(secret);
    return new SipHashMixer(wordRounds, finalRounds, key.nextLong(), key.nextLong());
  }

  @Override
  public long mix(long hash) {
    SipHashState state = begin();
    state.word(hash);
    return state.finish(0, Long.BYTES);
  }

  private SipHashState begin() {
    return new SipHashState(wordRounds, finalRounds, lowKey, highKey);
  }

  @Override
  public long hash(Object key, int generation) {
    SipHashState state = begin();
    long before = 0;
    if (generation > 0) {
      state.word(kind(key) << Integer.SIZE | generation);
      before = Long.BYTES;
    }
    return switch (key) {
      case null -> state.finish(0, before);
      case String text -> ofText(state, text, before);
      case byte[] bytes -> ofBytes(state, bytes, before);
      case Long number -> ofLong(state, number, before);
      case Double number -> ofLong(state, Double.doubleToLongBits(number), before);
      case Float number -> ofInt(state, Float.floatToIntBits(number), before);
      case Short number -> state.finish(number & 0xFFFFL, before + Short.BYTES);
      case Character letter -> state.finish(letter, before + Character.BYTES);
      case Byte number -> state.finish(number & 0xFFL, before + Byte.BYTES);
      case Boolean truth -> state.finish(truth ? 1 : 0, before + 1);
      default -> ofInt(state, key.hashCode(), before);
    };
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

  private static long ofLong(SipHashState state, long bits, long before) {
    state.word(bits);
    return state.finish(0, before + Long.BYTES);
  }

  private static long ofInt(SipHashState state, int bits, long before) {
    return state.finish(bits & 0xFFFF_FFFFL, before + Integer.BYTES);
  }

  private static long ofText(SipHashState state, String text, long before) {
    int length = text.length();
    long word = 0;
    for (int at = 0; at < length; at++) {
      int shift = (at & 3) * Character.SIZE;
      word |= (long) text.charAt(at) << shift;
      if ((at & 3) == 3) {
        state.word(word);
        word = 0;
      }
    }
    return state.finish(word, before + (long) length * Character.BYTES);
  }

  private static long ofBytes(SipHashState state, byte[] bytes, long before) {
    long word = 0;
    for (int at = 0; at < bytes.length; at++) {
      word |= (bytes[at] & 0xFFL) << (at & 7) * Byte.SIZE;
      if ((at & 7) == 7) {
        state.word(word);
        word = 0;
      }
    }
    return state.finish(word, before + bytes.length);
  }
}
