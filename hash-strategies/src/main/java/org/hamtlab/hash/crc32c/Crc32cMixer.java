package org.hamtlab.hash.crc32c;

import org.hamtlab.spi.InvertibleMixer;

/**
 * The checksum CRC-32C of the eight bytes of the hash, lowest first: linear, a bad control.
 *
 * <p><b>Cost.</b> Eight look-ups in a table of 1 KiB.
 *
 * <p><b>Source.</b> Guy Castagnoli, Stefan Brauer, Martin Herrmann, Optimization of Cyclic
 * Redundancy-Check Codes (1993), doi:10.1109/26.231911; RFC 3720, appendix B.4.
 */
public final class Crc32cMixer implements InvertibleMixer {
  private static final int POLYNOMIAL = 0x82F63B78;

  private final int[] table = new int[256];

  /** Creates the mixer. */
  public Crc32cMixer() {
    for (int value = 0; value < table.length; value++) {
      int state = value;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        state = (state & 1) == 0 ? state >>> 1 : state >>> 1 ^ POLYNOMIAL;
      }
      table[value] = state;
    }
  }

  @Override
  public long mix(long hash) {
    int state = -1;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      state = state >>> Byte.SIZE ^ table[(state ^ (int) (hash >>> shift)) & 0xFF];
    }
    return ~state & 0xFFFF_FFFFL;
  }

  @Override
  public int bits() {
    return 32;
  }

  @Override
  public long unmix(long mixed) {
    int state = ~(int) mixed;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      state = state < 0 ? (state ^ POLYNOMIAL) << 1 | 1 : state << 1;
    }
    return ~state & 0xFFFF_FFFFL;
  }
}
