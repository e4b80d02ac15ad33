package org.hamtlab.experiments.huffman;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamtlab.config.ConfigurationException;

/**
 * The bytes that trees are built of, cut into blocks of 1,024; the last may be shorter.
 *
 * <p><b>Source.</b> {@code lcg:SEED:BYTES} is Knuth's MMIX generator (The Art of Computer
 * Programming 2, 3.3.4, table 1), whose highest byte is taken after each step.
 */
public final class HuffmanInput {
  /** Bytes of a block. */
  public static final int BLOCK_BYTES = 1_024;

  private static final int MOST_BYTES = 1 << 28;
  private static final long MULTIPLIER = 6_364_136_223_846_793_005L;
  private static final long INCREMENT = 1_442_695_040_888_963_407L;
  private static final String GENERATED = "lcg:";
  private static final String FORMS =
      "(expected FILE, or lcg:SEED:BYTES such as lcg:42:1048576, of 1.." + MOST_BYTES + " bytes)";

  private final byte[] bytes;

  private HuffmanInput(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads what {@code --input} names. */
  public static HuffmanInput parse(String text) {
    byte[] bytes = text.startsWith(GENERATED) ? generated(text) : file(text);
    if (bytes.length == 0) {
      throw new ConfigurationException(
          "input: '" + text + "' has 0 bytes " + FORMS + ". Name another file.");
    }
    return new HuffmanInput(bytes);
  }

  private static byte[] generated(String text) {
    String[] parts = text.split(":", -1);
    try {
      if (parts.length == 3) {
        long seed = Long.parseLong(parts[1]);
        int length = Integer.parseInt(parts[2]);
        if (length >= 1 && length <= MOST_BYTES) {
          return generated(seed, length);
        }
      }
    } catch (NumberFormatException malformed) {
      throw wrong(text, malformed);
    }
    throw wrong(text, null);
  }

  private static ConfigurationException wrong(String text, Exception cause) {
    return new ConfigurationException("input: '" + text + "' " + FORMS + ".", cause);
  }

  private static byte[] generated(long seed, int length) {
    byte[] bytes = new byte[length];
    long state = seed;
    for (int index = 0; index < length; index++) {
      state = state * MULTIPLIER + INCREMENT;
      bytes[index] = (byte) (state >>> 56);
    }
    return bytes;
  }

  private static byte[] file(String text) {
    Path path = Path.of(text);
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new ConfigurationException("input: '" + text + "' is too long " + FORMS + ".");
      }
      return Files.readAllBytes(path);
    } catch (IOException failure) {
      throw new ConfigurationException(
          "input: '" + text + "' cannot be read " + FORMS + ". Check the path.", failure);
    }
  }

  /** Number of blocks. */
  public int blocks() {
    return (bytes.length + BLOCK_BYTES - 1) / BLOCK_BYTES;
  }

  /** Number of bytes. */
  public int length() {
    return bytes.length;
  }

  /** Bytes of one block. */
  int blockBytes(int block) {
    return Math.min(BLOCK_BYTES, bytes.length - block * BLOCK_BYTES);
  }

  /** All bytes; not to be written. */
  byte[] bytes() {
    return bytes;
  }
}
