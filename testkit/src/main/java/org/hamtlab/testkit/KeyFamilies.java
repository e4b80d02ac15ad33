package org.hamtlab.testkit;

import java.util.ArrayList;
import java.util.List;

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
}
