package org.hamtlab.experiments.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;

/**
 * A program that creates and drops maps of a phrase, and prints by how many bytes the heap in use,
 * the native memory reserved and the resident memory beside the heap have grown meanwhile.
 */
final class DroppingMain {
  static final Path STATM = Path.of("/proc/self/statm");
  private static final int PAGE = 4_096;

  private DroppingMain() {}

  /** Takes the phrase and the number of maps. */
  public static void main(String[] args) throws IOException {
    Composition composition = Composition.of(args[0]);
    int maps = Integer.parseInt(args[1]);
    drop(composition, maps / 10);
    long reserved = Collected.nativeBytes();
    long heap = heap();
    long resident = resident();
    drop(composition, maps);
    long nowReserved = Collected.nativeBytes(reserved);
    System.out.printf("%d %d %d%n", heap() - heap, nowReserved - reserved, resident() - resident);
  }

  private static void drop(Composition composition, int maps) {
    for (int number = 0; number < maps; number++) {
      Hamt<Object, Object> map = composition.newMap();
      PersistentHamt<Object, Object> version = composition.newPersistentMap();
      for (int key = 0; key < 100; key++) {
        map.put(key, key);
      }
      version = version.putAll(map).put("more", 1).remove(5);
      if (version.size() != 100) {
        throw new IllegalStateException("Version: " + version.size() + " entries (expected 100)");
      }
    }
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Resident memory beside the heap, all of which is resident from the start. */
  private static long resident() throws IOException {
    long all = Long.parseLong(Files.readString(STATM).split(" ")[1]) * PAGE;
    return all - Runtime.getRuntime().totalMemory();
  }
}
