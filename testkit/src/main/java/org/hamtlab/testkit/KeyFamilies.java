package org.hamtlab.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Keys whose hash codes share bits. */
final class KeyFamilies {
  /** Numbers of equal bits: none, one to six digits of span 5, all but one and all bits. */
  static final int[] EQUAL_BITS = {0, 5, 10, 25, 30, 31, 32};

  private KeyFamilies() {}

  /** A key. */
  static ChosenKey key(int number, int code) {
    return new ChosenKey(code, number);
  }

  /** Keys equal in the low bits of their hash codes and different above, as far as bits go. */
  static List<ChosenKey> equalInLowBits(int count, int bits) {
    List<ChosenKey> keys = new ArrayList<>();
    int low = bits == Integer.SIZE ? 0x2AAAAAAA : 0x2AAAAAAA & ((1 << bits) - 1);
    for (int number = 0; number < count; number++) {
      keys.add(key(number, low | (bits == Integer.SIZE ? 0 : number << bits)));
    }
    return keys;
  }

  /** Keys equal in the high bits of their hash codes and different below. */
  static List<ChosenKey> equalInHighBits(int count, int bits) {
    return equalInLowBits(count, bits).stream()
        .map(key -> key(key.number(), Integer.reverse(key.code())))
        .toList();
  }

  /**
   * A key with code 0 and one for every bit, so that the first one's chain is as deep as can be.
   */
  static List<ChosenKey> deepChain() {
    List<ChosenKey> keys = new ArrayList<>(List.of(key(0, 0)));
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      keys.add(key(bit + 1, 1 << bit));
    }
    return keys;
  }

  /** Keys spread, clustered in low bits, equal in all bits, and clustered in high bits. */
  static List<ChosenKey> mixed() {
    List<ChosenKey> keys = new ArrayList<>();
    for (int number = 0; number < 120; number++) {
      int code =
          switch (number / 30) {
            case 0 -> number * 0x9E3779B9;
            case 1 -> 0x5EED0000 | number;
            case 2 -> number << 25;
            default -> number < 110 ? 42 : 0;
          };
      keys.add(key(number, code));
    }
    return keys;
  }

  /** A random key: a number, a word, {@code null}, or one whose hash code is like many others. */
  static Object random(RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> (long) random.nextInt(300);
      case 1 -> "word" + random.nextInt(300);
      case 2 -> new ChosenKey(0x5A5A5A5A, random.nextInt(6));
      case 3 -> colliding(random);
      case 4 -> random.nextInt(40) == 0 ? null : random.nextInt(1 << 20) << 10;
      default -> new ChosenKey(random.nextInt(8) << 29, random.nextInt(2));
    };
  }

  /** Keys whose hash codes agree in exactly so many low bits. */
  private static ChosenKey colliding(RandomGenerator random) {
    int bits = EQUAL_BITS[random.nextInt(EQUAL_BITS.length)];
    int low = 0x2F0F3355;
    int code = bits == 32 ? low : low ^ 1 << bits ^ random.nextInt(2) << 31;
    return new ChosenKey(code, random.nextInt(3));
  }
}
