package org.hamtlab.layout.taggedint;

import org.hamtlab.memory.LibC;

/** Words in one native region, addressed by the word. */
final class NativeWords extends Words {
  private final NativeRegion region;

  private NativeWords(NativeRegion region) {
    this.region = region;
  }

  /** Words in a region whose addresses count its words. */
  static Words in(NativeRegion region) {
    return new NativeWords(region);
  }

  private long at(int address, int index) {
    return region.base() + 4L * (address + index);
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
    region.share();
  }

  @Override
  long bytes() {
    return region.bytes();
  }

  @Override
  void clear() {
    region.clear();
  }

  @Override
  Runnable release() {
    return region::free;
  }
}
