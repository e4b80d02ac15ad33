package org.hamtlab.experiments.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * K1 to K3: numbers with structure, of so many bits.
 *
 * <p><b>Source.</b> The families of Austin Appleby's smhasher (sparse, cyclic, permutation,
 * two-byte, zeroes, text, windows), and the orders in which programs count.
 */
final class KeySets {
  private static final int SIZE = 1 << 16;
  private static final int[] WIDE_STRIDES = {1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48};

  private final int bits;
  private final List<KeySet> sets = new ArrayList<>();

  private KeySets(int bits) {
    this.bits = bits;
  }

  static List<KeySet> of(int bits) {
    KeySets keys = new KeySets(bits);
    keys.sequences();
    keys.sparse();
    keys.patterns();
    return List.copyOf(keys.sets);
  }

  private void add(String family, String name, LongStream numbers) {
    sets.add(KeySet.of(family, name, numbers.map(number -> number << -bits >>> -bits).toArray()));
  }

  private void sequence(String name, LongUnaryOperator term) {
    add("K1", name, LongStream.range(0, SIZE).map(term));
  }

  private void sequences() {
    sequence("sequential", n -> n);
    sequence("sequential from a billion", n -> 1_000_000_000L + n);
    sequence("descending", n -> -n);
    sequence("stride 31", n -> 31 * n);
    sequence("stride 1000", n -> 1000 * n);
    sequence("Gray code", n -> n ^ n >>> 1);
    sequence("bit-reversed", n -> Long.reverse(n) >>> -bits);
    for (int stride : bits == Long.SIZE ? WIDE_STRIDES : range(1, 16)) {
      sequence("stride 2^" + stride, n -> n << stride);
    }
  }

  private static int[] range(int from, int to) {
    return IntStream.rangeClosed(from, to).toArray();
  }

  private void sparse() {
    LongStream.Builder numbers = LongStream.builder();
    numbers.add(0);
    for (int first = 0; first < bits; first++) {
      numbers.add(1L << first);
      for (int second = 0; second < first; second++) {
        numbers.add(1L << first | 1L << second);
        for (int third = 0; third < second; third++) {
          numbers.add(1L << first | 1L << second | 1L << third);
        }
      }
    }
    add("K2", "at most 3 bits", numbers.build());
  }

  private void patterns() {
    add("K3", "16 bits repeated", LongStream.range(0, SIZE).map(n -> n * 0x0001_0001_0001_0001L));
    add("K3", "blocks of 0..7 and 128..135", blocks(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 128));
    add("K3", "blocks of 0..3 and 252..255", blocks(new int[] {0, 1, 2, 3}, 252));
    add("K3", "two bytes", twoBytes());
    add("K3", "12 bits between zeros", run(11, 12));
    add("K3", "12 bits between ones", run(11, 12).map(n -> ~n));
  }

  /** Every word of blocks of bytes, each block a low value or that much above one. */
  private LongStream blocks(int[] low, int above) {
    int base = 2 * low.length;
    int blocks = bits / 8;
    int most = Math.min(blocks, (int) (17 / (Math.log(base) / Math.log(2))));
    int width = bits / most;
    long words = Math.round(Math.pow(base, most));
    return LongStream.range(0, words)
        .map(number -> {
          long word = 0;
          long left = number;
          for (int block = 0; block < most; block++, left /= base) {
            int digit = (int) (left % base);
            long value = digit < low.length ? low[digit] : above + low[digit - low.length];
            word |= value << block * width;
          }
          return word;
        });
  }

  /** Two bytes that are not zero, anywhere. */
  private LongStream twoBytes() {
    int bytes = bits / 8;
    int step = bits == Long.SIZE ? 4 : 2;
    LongStream.Builder numbers = LongStream.builder();
    for (int one = 0; one < bytes; one++) {
      for (int other = 0; other < one; other++) {
        for (long first = 1; first < 256; first += step) {
          for (long second = 1; second < 256; second += step) {
            numbers.add(first << 8 * one | second << 8 * other);
          }
        }
      }
    }
    return numbers.build();
  }

  /** All values of a window whose highest bit is set, at every place. */
  private LongStream run(int high, int width) {
    LongStream.Builder numbers = LongStream.builder();
    for (int shift = 0; shift <= bits - width; shift++) {
      for (long value = 1L << high; value < 1L << width; value++) {
        numbers.add(value << shift);
      }
    }
    return numbers.build();
  }
}
