package org.hamtlab.layout.taggedint;

import java.lang.ref.Reference;
import org.hamtlab.memory.LibC;

/** Words in one native region, addressed by the word. */
final class NativeWords extends Words {
  private final NativeRegion region;
  private final Runnable release;
  private NativeHolder holder;

  private NativeWords(NativeRegion region) {
    this.region = region;
    this.holder = new NativeHolder(region::release);
    this.release = holder.release();
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
  void close() {
    holder = null;
  }

  @Override
  Runnable release() {
    return release;
  }
}
