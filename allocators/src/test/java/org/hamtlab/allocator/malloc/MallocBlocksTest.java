package org.hamtlab.allocator.malloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hamtlab.memory.LibC;
import org.junit.jupiter.api.Test;

class MallocBlocksTest {
  private final MallocBlocks blocks = new MallocBlocks();

  @Test
  void keepsContentApartAndTranslatesInsideABlock() {
    List<Integer> addresses = new ArrayList<>();
    for (int block = 0; block < 5_000; block++) {
      int address = blocks.allocate(64);
      addresses.add(address);
      for (int unit = 0; unit < 4; unit++) {
        assertThat(blocks.machineAddress(address + unit))
            .isEqualTo(blocks.machineAddress(address) + 16L * unit);
        LibC.setWord(blocks.machineAddress(address + unit), block);
      }
    }
    for (int block = 0; block < addresses.size(); block++) {
      assertThat(LibC.word(blocks.machineAddress(addresses.get(block) + 3))).isEqualTo(block);
    }
    Collections.shuffle(addresses, new Random(1));
    addresses.forEach(blocks::free);
    assertThat(blocks.liveUnits()).isZero();
  }

  @Test
  void freesWhatIsLeftAndMayDoSoTwice() {
    for (int block = 0; block < 100; block++) {
      blocks.allocate(1_000_000);
    }
    blocks.freeAll();
    blocks.freeAll();

    assertThat(blocks.liveUnits()).isZero();
    assertThat(blocks.allocate(16)).isNotNegative();
    blocks.freeAll();
  }

  @Test
  void refusesABlockThatIsNotLive() {
    int address = blocks.allocate(16);
    blocks.free(address);

    assertThatThrownBy(() -> blocks.free(address)).isInstanceOf(IllegalStateException.class);
  }
}
