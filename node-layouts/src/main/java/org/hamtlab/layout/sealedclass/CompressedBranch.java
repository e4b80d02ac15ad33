package org.hamtlab.layout.sealedclass;

/** A branch that stands some levels below its slot and holds their path bits. 48 bytes. */
final class CompressedBranch extends BitmapBranch {
  final int skip;
  final long prefix;

  CompressedBranch(int skip, long prefix) {
    this.skip = skip;
    this.prefix = prefix;
  }
}
