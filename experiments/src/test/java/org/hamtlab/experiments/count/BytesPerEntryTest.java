package org.hamtlab.experiments.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jol.info.GraphLayout;

/** The bytes that are counted are those that the JVM holds. */
class BytesPerEntryTest {
  private static final int KEYS = 20_000;
  private static final long KEY_BYTES = GraphLayout.parseInstance(1L << 40).totalSize();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int allocator=freelist",
        "layout=tagged-int allocator=arena compression=path",
        "layout=tagged-int{arrays=doubling} allocator=pool{slots=400000}",
        "layout=sealed-class allocator=gc",
        "layout=sealed-class allocator=freelist compression=path",
        "layout=sealed-class{span=6} allocator=arena compression=none",
        "layout=sealed-class{entries=inline} allocator=gc",
        "layout=sealed-class{entries=inline} allocator=freelist compression=path",
        "layout=sealed-class{entries=inline,span=6} allocator=arena compression=none",
        "layout=sealed-class{branches=per-arity} allocator=gc",
        "layout=sealed-class{branches=per-arity,entries=inline} allocator=gc",
        "layout=champ-words{memoise=yes} allocator=freelist",
        "layout=tagged-int{entries=separate} allocator=freelist",
        "layout=champ allocator=gc",
        "layout=champ{span=4} allocator=gc"
      })
  void agreeWithTheFootprint(String phrase) {
    Registry registry = Registry.installed();
    Composition composition = Composition.of(registry, registry.resolve(phrase));
    try (Hamt<Object, Object> full = composition.newMap();
        Hamt<Object, Object> empty = composition.newMap()) {
      List<Object> keys = Keys.of("random:" + KEYS);
      keys.forEach(key -> full.put(key, key));
      long counted = full.structureBytes() - empty.structureBytes();
      long held =
          GraphLayout.parseInstance(full).totalSize()
              - GraphLayout.parseInstance(empty).totalSize()
              - KEYS * KEY_BYTES;

      assertThat((double) counted / KEYS).isCloseTo((double) held / KEYS, within(0.5));
    }
  }
}
