package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Maps that are created and dropped without being closed take no lasting memory, native memory
 * included. {@code -Dhamt.maps=1000000} makes as many of them as one likes.
 */
class DroppedMapsTest {
  private static final int MAPS = Integer.getInteger("hamt.maps", 20_000);
  private static final int PAGE = 4_096;
  private static final Path STATM = Path.of("/proc/self/statm");

  /** What a resident set may grow by; the maps take more than ten times as much in all. */
  private static final long GROWTH = 256L << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int allocator=arena",
        "layout=tagged-int{memory=native} allocator=malloc",
        "layout=tagged-int{memory=native} allocator=arena",
        "layout=sealed-class allocator=freelist",
        "@default"
      })
  void leaveMemoryFlat(String phrase) throws IOException {
    assumeTrue(Files.exists(STATM), "the system says how much memory is resident");
    Composition composition = Composition.of(phrase);
    drop(composition, MAPS / 10);
    System.gc();
    long heap = heap();
    long resident = resident();
    long reserved = Collected.nativeBytes();
    drop(composition, MAPS);
    System.gc();
    assertThat(heap() - heap).as("growth of the heap in use").isLessThan(GROWTH / 8);
    assertThat(Collected.nativeBytes(reserved) - reserved)
        .as("growth of native memory reserved")
        .isLessThanOrEqualTo(0);
    assertThat(resident() - resident).as("growth of resident memory").isLessThan(GROWTH);
  }

  private static void drop(Composition composition, int maps) {
    for (int number = 0; number < maps; number++) {
      Hamt<Object, Object> map = composition.newMap();
      PersistentHamt<Object, Object> version = composition.newPersistentMap();
      for (int key = 0; key < 100; key++) {
        map.put(key, key);
      }
      version = version.putAll(map).put("more", 1).remove(5);
      assertThat(version.size()).isEqualTo(100);
    }
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Resident memory beyond the heap, which the JVM enlarges as it likes. */
  private static long resident() throws IOException {
    long all = Long.parseLong(Files.readString(STATM).split(" ")[1]) * PAGE;
    return all - Runtime.getRuntime().totalMemory();
  }
}
