package org.hamtlab.spi;

/**
 * How a hash is cut into fragments, one per level.
 *
 * <p>The fragment at a level is {@code (int) Long.rotateRight(path, shift(level)) & mask()}, where
 * <em>path</em> is the mixed hash masked to {@link #hashBits()} bits. The last fragment may be
 * short: its missing bits are zero, or, at 64 bits, bits that all keys below the branch share.
 *
 * @param span bits per fragment, 1 to 6
 * @param hashBits bits of the mixed hash in use, {@code span} to 64
 * @param highFirst whether level 0 takes the highest bits in use instead of the lowest
 */
public record HashDigits(int span, int hashBits, boolean highFirst) {

  /** Checks the ranges. */
  public HashDigits {
    if (span < 1 || span > 6) {
      throw new IllegalArgumentException("span: " + span + " (expected 1..6 bits)");
    }
    if (hashBits < span || hashBits > 64) {
      throw new IllegalArgumentException(
          "hash-bits: " + hashBits + " (expected " + span + "..64 bits)");
    }
  }

  /** Number of levels: fragments per hash. */
  public int levels() {
    return (hashBits + span - 1) / span;
  }

  /** The deepest level. */
  public int lastLevel() {
    return levels() - 1;
  }

  /** Fan-out minus one. */
  public int mask() {
    return (1 << span) - 1;
  }

  /** The mixed hash reduced to the bits in use. */
  public long path(long mixed) {
    return mixed & (-1L >>> (64 - hashBits));
  }

  /** The rotation that brings the fragment of level 0 to the low bits. */
  public int firstShift() {
    return highFirst ? hashBits - span : 0;
  }

  /** What one level adds to the rotation. */
  public int step() {
    return highFirst ? -span : span;
  }

  /** The rotation for a level. */
  public int shift(int level) {
    return firstShift() + level * step();
  }

  /** The fragment of a path at a level. */
  public int fragment(long path, int level) {
    return (int) Long.rotateRight(path, shift(level)) & mask();
  }

  /** The path bits of {@code run} levels from {@code level} on; {@code run} may be 0. */
  public long runMask(int level, int run) {
    if (run == 0) {
      return 0;
    }
    int lowest = shift(highFirst ? level + run - 1 : level);
    return Long.rotateLeft(-1L >>> (64 - run * span), lowest);
  }

  /** The first level at which two paths differ; {@link #levels()} if they are equal. */
  public int divergence(long path, long other) {
    long difference = path ^ other;
    if (difference == 0) {
      return levels();
    }
    return highFirst
        ? (hashBits - 64 + Long.numberOfLeadingZeros(difference)) / span
        : Long.numberOfTrailingZeros(difference) / span;
  }
}
