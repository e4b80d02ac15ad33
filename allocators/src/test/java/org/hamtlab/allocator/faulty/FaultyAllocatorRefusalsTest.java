package org.hamtlab.allocator.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.allocator.arena.ArenaAllocator;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.Allocator;
import org.hamtlab.testkit.TestMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultyAllocatorRefusalsTest {
  @ParameterizedTest
  @CsvSource({"0,0,''", "0,3,''", "1,0,1", "3,0,3", "3,1,3 4 5 6 7 8 9", "2,3,2 5 8"})
  void refusesTheRequestsThatItIsTold(int at, int every, String refused) {
    Allocator faulty = faulty(at, every);
    List<String> seen = new ArrayList<>();
    for (int request = 1; request <= 9; request++) {
      try {
        faulty.allocate(4);
      } catch (AllocationException failure) {
        seen.add(Integer.toString(request));
      }
    }

    assertThat(String.join(" ", seen)).isEqualTo(refused);
    assertThat(faulty.telemetry().slotsLive()).isEqualTo(4L * (9 - seen.size()));
  }

  @Test
  void saysWhichRequestItRefusesAndWhy() {
    Allocator faulty = faulty(2, 0);
    faulty.allocate(4);
    faulty.reset();

    assertThatThrownBy(() -> faulty.allocate(5))
        .isInstanceOf(AllocationException.class)
        .hasMessage(
            "faulty: request 2 of 5 slots (expected to be refused: at=2,every=0)."
                + " Set at=0 to refuse none.");
  }

  private static Allocator faulty(int at, int every) {
    Allocator arena = new ArenaAllocator(new TestMemory(1 << 20), 1024, true);
    return new FaultyAllocator(arena, at, every);
  }
}
