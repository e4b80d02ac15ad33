package org.hamtlab.stress;

import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.PersistentHamt;

/** The versions that race. */
final class Subjects {
  /** Entries of a base. */
  static final int ENTRIES = 64;

  private static final List<Composition> COMPOSITIONS =
      List.of(
          Composition.of("@default"),
          Composition.of("layout=tagged-int allocator=arena assembly=shared"),
          Composition.of("layout=sealed-class allocator=pool{slots=4096} assembly=shared"),
          Composition.of("layout=tagged-int{memory=native} allocator=arena assembly=shared"),
          Composition.of("layout=tagged-int{memory=native} allocator=malloc assembly=shared"));

  private static int created;

  private Subjects() {}

  /** A version of a family of its own, of the compositions by turns. */
  static PersistentHamt<Integer, Integer> family(int entries) {
    // A lost increment repeats a composition, which is no harm.
    PersistentHamt<Integer, Integer> version =
        COMPOSITIONS.get(Math.floorMod(created++, COMPOSITIONS.size())).newPersistentMap();
    for (int key = 0; key < entries; key++) {
      version = version.put(key, key);
    }
    return version;
  }

  /** One base for each composition. */
  static List<PersistentHamt<Integer, Integer>> bases() {
    return COMPOSITIONS.stream().map(composition -> family(ENTRIES)).toList();
  }

  /** 1 if a version has the entries of a base, those of one more key included; else 0. */
  static int isSound(PersistentHamt<Integer, Integer> version, Integer key, Integer value) {
    boolean isSound = version.size() == ENTRIES + 1 && value.equals(version.get(key));
    return isSound && hasBase(version) ? 1 : 0;
  }

  /** Whether a version has the entries of a base. */
  static boolean hasBase(PersistentHamt<Integer, Integer> version) {
    for (int key = 0; key < ENTRIES; key++) {
      Integer value = version.get(key);
      if (value == null || value != key) {
        return false;
      }
    }
    return true;
  }
}
