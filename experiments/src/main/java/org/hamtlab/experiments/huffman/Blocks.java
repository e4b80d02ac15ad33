package org.hamtlab.experiments.huffman;

import java.util.concurrent.atomic.AtomicInteger;

/** Numbers of blocks that threads take one after the other. */
final class Blocks {
  private final AtomicInteger next;
  private final int end;

  Blocks(int first, int end) {
    this.next = new AtomicInteger(first);
    this.end = end;
  }

  /** The next block, or -1 if none is left. */
  int next() {
    int block = next.getAndIncrement();
    return block < end ? block : -1;
  }
}
