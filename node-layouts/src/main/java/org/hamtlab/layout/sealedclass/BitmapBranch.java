package org.hamtlab.layout.sealedclass;

/**
 * A branch whose slots are those in use, in the order of their fragments. 32 bytes: header 12,
 * bitmap 8, reference 4, two integers.
 *
 * <pre>
 * bitmap   bit f set when something stands at fragment f
 * </pre>
 */
sealed class BitmapBranch extends BoxedBranch permits CompressedBranch {
  long bitmap;

  @Override
  final int count() {
    return Long.bitCount(bitmap);
  }
}
