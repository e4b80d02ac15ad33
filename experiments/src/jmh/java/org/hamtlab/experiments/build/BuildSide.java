package org.hamtlab.experiments.build;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.hamtlab.map.PersistentHamt;

/** One way to build a map: of {@code java.util}, or a composition with a mode and threads. */
abstract sealed class BuildSide {
  private static final List<String> LAYOUTS = List.of("champ", "tagged-int");

  private final String name;

  private BuildSide(String name) {
    this.name = name;
  }

  /** All sides. Those of a composition are named after its layout and the mode. */
  static List<BuildSide> all() {
    Stream<BuildSide> composed =
        LAYOUTS.stream()
            .flatMap(layout ->
                Stream.of(
                        "one-by-one",
                        "bottom-up",
                        "arena-clone",
                        "arena-adopt",
                        "parallel 1",
                        "parallel 2",
                        "parallel 4")
                    .filter(mode -> !layout.equals("champ") || !mode.startsWith("arena"))
                    .map(mode -> new Composed(layout, mode)));
    return Stream.concat(Stream.of(new HashMapSide()), composed).toList();
  }

  /** What tables call it. */
  final String name() {
    return name;
  }

  /** Builds a map of keys that are their own values; answers its size. */
  abstract int build(Object[] keys);

  /** {@code HashMap}, entry by entry into a new one, which grows. */
  private static final class HashMapSide extends BuildSide {
    HashMapSide() {
      super("HashMap");
    }

    @Override
    int build(Object[] keys) {
      Map<Object, Object> map = new HashMap<>();
      for (Object key : keys) {
        map.put(key, key);
      }
      return map.size();
    }
  }

  /** A composition; its empty version is held, so that it stays loaded. */
  private static final class Composed extends BuildSide {
    private final PersistentHamt<Object, Object> empty;
    private final ForkJoinPool threads;

    Composed(String layout, String mode) {
      super(layout + ' ' + mode);
      int space = mode.indexOf(' ');
      String build = space < 0 ? mode : mode.substring(0, space);
      this.empty = PersistentHamt.of("layout=" + layout + " build=" + build);
      this.threads =
          space < 0 ? null : new ForkJoinPool(Integer.parseInt(mode, space + 1, mode.length(), 10));
    }

    @Override
    int build(Object[] keys) {
      return threads == null ? size(keys) : threads.submit(() -> size(keys)).join();
    }

    private int size(Object[] keys) {
      return empty.putAll(keys, keys).size();
    }
  }
}
