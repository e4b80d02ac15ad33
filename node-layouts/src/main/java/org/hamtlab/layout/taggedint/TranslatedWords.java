package org.hamtlab.layout.taggedint;

import java.lang.ref.Reference;
import org.hamtlab.memory.LibC;
import org.hamtlab.spi.BlockAddresses;

/** Words in native blocks that the allocator brings and whose addresses it translates. */
final class TranslatedWords extends Words {
  private final BlockAddresses addresses;
  private final Runnable release;
  private NativeHolder holder;

  private TranslatedWords(BlockAddresses addresses) {
    this.addresses = addresses;
    this.holder = new NativeHolder(addresses.release());
    this.release = holder.release();
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
    NativeHolder holder = opened();
    int word = LibC.word(at(address, index));
    Reference.reachabilityFence(holder);
    return word;
  }

  @Override
  void set(int address, int index, int word) {
    NativeHolder holder = opened();
    LibC.setWord(at(address, index), word);
    Reference.reachabilityFence(holder);
  }

  @Override
  void copy(int from, int fromIndex, int to, int toIndex, int count) {
    NativeHolder holder = opened();
    LibC.copyWords(at(from, fromIndex), at(to, toIndex), count);
    Reference.reachabilityFence(holder);
  }

  private NativeHolder opened() {
    NativeHolder holder = this.holder;
    if (holder == null) {
      throw dropped();
    }
    return holder;
  }

  /** Machine addresses: those of the allocator leave gaps out that are in memory. */
  @Override
  long slotOf(int address) {
    return at(address, 0) >>> 2;
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
  void close() {
    holder = null;
  }

  @Override
  Runnable release() {
    return release;
  }
}
