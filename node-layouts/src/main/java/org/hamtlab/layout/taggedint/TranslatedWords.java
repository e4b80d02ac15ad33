package org.hamtlab.layout.taggedint;

import org.hamtlab.memory.LibC;
import org.hamtlab.spi.BlockAddresses;

/** Words in native blocks that the allocator brings and whose addresses it translates. */
final class TranslatedWords extends Words {
  private final BlockAddresses addresses;

  private TranslatedWords(BlockAddresses addresses) {
    this.addresses = addresses;
  }

  /** Words in blocks whose addresses the allocator translates. */
  static Words by(BlockAddresses addresses) {
    return new TranslatedWords(addresses);
  }

  private long at(int address, int index) {
    return addresses.machineAddress(address) + 4L * index;
  }

  @Override
  int get(int address, int index) {
    return LibC.word(at(address, index));
  }

  @Override
  void set(int address, int index, int word) {
    LibC.setWord(at(address, index), word);
  }

  @Override
  void copy(int from, int fromIndex, int to, int toIndex, int count) {
    LibC.copyWords(at(from, fromIndex), at(to, toIndex), count);
  }

  @Override
  void share() {
    // Blocks never move.
  }

  @Override
  long bytes() {
    return 0;
  }

  @Override
  void clear() {
    // The allocator that brings the blocks frees them when it is reset.
  }

  @Override
  Runnable release() {
    return addresses.release();
  }
}
