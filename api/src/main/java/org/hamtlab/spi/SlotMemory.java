package org.hamtlab.spi;

/**
 * The memory of a layout as its allocators see it: a source of regions, never of content.
 *
 * <p>Addresses count units of {@link #unitSlots()} slots: a block that begins {@code k} units after
 * address {@code a} has the address {@code a + k}. Allocators that cut regions into blocks
 * therefore round block sizes up to whole units.
 */
public interface SlotMemory {

  /** The memory of a layout whose every block is an array that the JVM collects: no regions. */
  SlotMemory NONE =
      new SlotMemory() {
        @Override
        public int unitSlots() {
          return 1;
        }

        @Override
        public int reserve(int slots) {
          throw new UnsupportedOperationException(
              "memory: " + slots + " slots (expected none). Use allocator=gc with this layout.");
        }

        @Override
        public void translateBy(BlockAddresses addresses) {
          throw new UnsupportedOperationException(
              "memory: native blocks (expected none). Use allocator=gc with this layout.");
        }
      };

  /** Slots per address unit: 1 where every slot has an address, 4 in windows of 16-byte units. */
  int unitSlots();

  /**
   * Adds a region. Its content is undefined. Ask only when slots are needed: a region costs memory
   * from then on.
   *
   * @param slots size, at least 1
   * @return the address of its first slot; disjoint from every region reserved since the last reset
   * @throws AllocationException if the memory cannot grow by so much
   */
  int reserve(int slots);

  /**
   * Lets an allocator that brings its own native blocks translate addresses from now on.
   *
   * @throws UnsupportedOperationException if the memory is not native
   */
  void translateBy(BlockAddresses addresses);
}
