package org.hamtlab.experiments.huffman;

import static org.hamtlab.experiments.huffman.BlockMemory.SLOT_BYTES;

import java.util.Arrays;
import org.hamtlab.experiments.huffman.Setup.Freeing;
import org.hamtlab.spi.Allocator;

/**
 * Builds the Huffman tree of one block after the other, on one thread, from blocks of an allocator.
 *
 * <pre>
 * input       [ 1,024 bytes ]                             from the allocator that all threads share
 * heap head   [ size · capacity · · ]           16 bytes
 * heap array  [ node | · | node | · | … ]    256 × 8 bytes
 * node        [ frequency | symbol | left | right | · · · · ]   32 bytes
 * </pre>
 *
 * <p><b>Cost.</b> For k distinct bytes 2k + 2 requests and as many frees.
 *
 * <p><b>Source.</b> sharedhash (seed 003), as its behaviour is described: sizes, the heap's rules
 * for equal frequencies, the order of left and right, the signature.
 *
 * <p><b>Deviations.</b> Links are addresses of 4 bytes in slots of 8; frequencies are counted in an
 * array of the thread.
 */
final class BlockTask {
  /** What the signature is reduced by: 2^31 − 1, a prime. */
  static final long MODULUS = 2_147_483_647L;

  private static final int NONE = -1;
  private static final int SYMBOLS = 256;
  private static final int HEAD_SLOTS = 16 / SLOT_BYTES;
  private static final int ENTRY_BYTES = 8;
  private static final int ARRAY_SLOTS = SYMBOLS * ENTRY_BYTES / SLOT_BYTES;
  private static final int NODE_SLOTS = 32 / SLOT_BYTES;
  private static final int SYMBOL = SLOT_BYTES;
  private static final int LEFT = 2 * SLOT_BYTES;
  private static final int RIGHT = 3 * SLOT_BYTES;

  private final HuffmanInput input;
  private final Grants grants;
  private final Allocator allocator;
  private final BlockMemory memory;
  private final Freeing freeing;
  private final int[] frequencies = new int[SYMBOLS];
  private long array;
  private long head;
  private int requested;
  private long signature;
  private int mostPoolBytes;

  BlockTask(HuffmanInput input, Grants grants, Freeing freeing) {
    this.input = input;
    this.grants = grants;
    this.allocator = grants.root();
    this.memory = grants.memory();
    this.freeing = freeing;
  }

  /** Sum of the signatures of the trees built so far. */
  long signature() {
    return signature;
  }

  /** Most bytes that a block took from the thread's pool; 0 if threads have none. */
  int mostPoolBytes() {
    return mostPoolBytes;
  }

  /** Builds the tree of a block, adds its signature, and gives everything back. */
  void serve(int block) {
    requested = 0;
    int buffer = input(block);
    count(memory.at(buffer), input.blockBytes(block));
    int first = allocate(HEAD_SLOTS);
    int second = allocate(ARRAY_SLOTS);
    head = memory.at(first);
    array = memory.at(second);
    BlockMemory.setWord(head, 0);
    int root = tree();
    signature = (signature + visit(0, root)) % MODULUS;
    if (freeing == Freeing.EACH) {
      freeTree(root);
      allocator.free(second, ARRAY_SLOTS);
      allocator.free(first, HEAD_SLOTS);
      release(block, buffer);
    }
    int pooled = grants.pooledSlots(requested);
    mostPoolBytes = Math.max(mostPoolBytes, pooled * SLOT_BYTES);
    grants.endBlock(freeing);
  }

  private int inputSlots(int block) {
    return (input.blockBytes(block) + SLOT_BYTES - 1) / SLOT_BYTES;
  }

  private int input(int block) {
    int buffer = grants.shared().allocate(inputSlots(block));
    BlockMemory.copy(
        input.bytes(),
        block * HuffmanInput.BLOCK_BYTES,
        memory.at(buffer),
        input.blockBytes(block));
    return buffer;
  }

  private void release(int block, int buffer) {
    grants.shared().free(buffer, inputSlots(block));
  }

  private void count(long buffer, int length) {
    Arrays.fill(frequencies, 0);
    for (int index = 0; index < length; index++) {
      frequencies[BlockMemory.unsignedByte(buffer + index)]++;
    }
  }

  private int allocate(int slots) {
    requested += slots;
    return allocator.allocate(slots);
  }

  private int tree() {
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      if (frequencies[symbol] > 0) {
        push(node(frequencies[symbol], symbol, NONE, NONE));
      }
    }
    while (size() > 1) {
      int left = pop();
      int right = pop();
      push(node(frequency(left) + frequency(right), 0, left, right));
    }
    return pop();
  }

  private int node(int frequency, int symbol, int left, int right) {
    int node = allocate(NODE_SLOTS);
    long at = memory.at(node);
    BlockMemory.setWord(at, frequency);
    BlockMemory.setWord(at + SYMBOL, symbol);
    BlockMemory.setWord(at + LEFT, left);
    BlockMemory.setWord(at + RIGHT, right);
    return node;
  }

  private int frequency(int node) {
    return BlockMemory.word(memory.at(node));
  }

  private int size() {
    return BlockMemory.word(head);
  }

  private int entry(int index) {
    return BlockMemory.word(array + (long) index * ENTRY_BYTES);
  }

  private void setEntry(int index, int node) {
    BlockMemory.setWord(array + (long) index * ENTRY_BYTES, node);
  }

  /** Moves up unless the parent is strictly smaller: equals swap. */
  private void push(int node) {
    int index = size();
    BlockMemory.setWord(head, index + 1);
    int frequency = frequency(node);
    while (index > 0) {
      int parent = (index - 1) / 2;
      int above = entry(parent);
      if (frequency(above) < frequency) {
        break;
      }
      setEntry(index, above);
      index = parent;
    }
    setEntry(index, node);
  }

  /** The last moves down to a child only if that is strictly smaller, left asked first. */
  private int pop() {
    int top = entry(0);
    int size = size() - 1;
    BlockMemory.setWord(head, size);
    int last = entry(size);
    int frequency = frequency(last);
    int index = 0;
    for (int child = 1; child < size; child = 2 * index + 1) {
      int below = entry(child);
      int smallest = frequency(below) < frequency ? frequency(below) : frequency;
      int chosen = smallest < frequency ? child : index;
      if (child + 1 < size && frequency(entry(child + 1)) < smallest) {
        chosen = child + 1;
      }
      if (chosen == index) {
        break;
      }
      setEntry(index, entry(chosen));
      index = chosen;
    }
    setEntry(index, last);
    return top;
  }

  /** Pre-order: node, left, right. */
  private long visit(long before, int node) {
    if (node == NONE) {
      return before;
    }
    long at = memory.at(node);
    long hash = (before * 31 + BlockMemory.word(at) + BlockMemory.word(at + SYMBOL)) % MODULUS;
    return visit(visit(hash, BlockMemory.word(at + LEFT)), BlockMemory.word(at + RIGHT));
  }

  private void freeTree(int node) {
    if (node != NONE) {
      long at = memory.at(node);
      freeTree(BlockMemory.word(at + LEFT));
      freeTree(BlockMemory.word(at + RIGHT));
      allocator.free(node, NODE_SLOTS);
    }
  }
}
