package org.hamtlab.layout.sealedclass;

/** An inline branch that stands some levels below its slot and holds their path bits. 56 bytes. */
final class CompressedInlineBranch extends InlineBranch {
  final int skip;
  final long prefix;

  CompressedInlineBranch(int skip, long prefix) {
    this.skip = skip;
    this.prefix = prefix;
  }
}
