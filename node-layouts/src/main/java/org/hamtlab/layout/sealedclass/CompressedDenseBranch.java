package org.hamtlab.layout.sealedclass;

/** A dense branch that stands some levels below its slot and holds their path bits. 40 bytes. */
final class CompressedDenseBranch extends DenseBranch {
  final int skip;
  final long prefix;

  CompressedDenseBranch(int skip, long prefix) {
    this.skip = skip;
    this.prefix = prefix;
  }
}
