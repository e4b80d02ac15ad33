package org.hamtlab.experiments.composition;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;

/** One side of the comparison: how its copies are made. */
enum Side {
  /** The algorithm fused by hand. */
  MONOLITH("monolith"),
  /** The same once more: how far identical code differs. */
  MONOLITH_AGAIN("monolith-again"),
  /** Assembled by copies of classes. */
  FUSED("fused"),
  /** Assembled with plain interface calls. */
  SHARED("shared"),
  /** The JDK's map. */
  HASH_MAP("java.util.HashMap"),
  /** Scala's immutable map. */
  SCALA("scala-hashmap");

  static final int COPIES = 10;

  private final String key;

  Side(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  /** Whether this is another map, which has no layout. */
  boolean isPeer() {
    return this == HASH_MAP || this == SCALA;
  }

  static Side of(String key) {
    return Arrays.stream(values()).filter(side -> side.key.equals(key)).findFirst().orElseThrow();
  }

  /** Makers of empty maps, one a copy; the copies of one side share no class of their own. */
  List<Supplier<Map<Object, Object>>> copies(String layout) {
    List<Supplier<Map<Object, Object>>> copies = new ArrayList<>();
    for (int copy = 0; copy < COPIES; copy++) {
      copies.add(copy(layout));
    }
    return copies;
  }

  private Supplier<Map<Object, Object>> copy(String layout) {
    return switch (this) {
      case MONOLITH, MONOLITH_AGAIN -> monolith(layout);
      case FUSED -> composed(layout, AssemblyMode.FUSED);
      case SHARED -> composed(layout, AssemblyMode.SHARED);
      case HASH_MAP -> HashMap::new;
      case SCALA -> ScalaMap::new;
    };
  }

  private static Supplier<Map<Object, Object>> composed(String layout, AssemblyMode mode) {
    Registry registry = Registry.installed();
    Treatment treatment = registry.resolve(phrase(layout)).with(mode);
    return Composition.independent(registry, treatment)::newMap;
  }

  /** The composition that the monolith of a layout is. */
  static String phrase(String layout) {
    String allocator = layout.equals("tagged-int") ? "freelist{parent=arena}" : "gc";
    return "hash=murmur3-fmix32 layout="
        + layout
        + "{span=5} allocator="
        + allocator
        + " compression=lazy-expansion";
  }

  private static Supplier<Map<Object, Object>> monolith(String layout) {
    Class<?> original =
        layout.equals("tagged-int") ? TaggedIntMonolith.class : SealedClassMonolith.class;
    try {
      Constructor<?> constructor = CopyLoader.copyOf(original).getConstructor();
      return () -> created(constructor);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> created(Constructor<?> constructor) {
    try {
      return (Map<Object, Object>) constructor.newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
