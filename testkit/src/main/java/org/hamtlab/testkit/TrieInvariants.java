package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Shape;

/**
 * What must hold of every trie, whatever its strategies: nodes nest, fragments differ, levels add
 * up, every entry stands where the mixer and the digits of the layout send its key, collision nodes
 * hold keys of one path, and the counted shape is the one that a visitor sees.
 */
public final class TrieInvariants {
  private static final int MOST_KNOWN = 64;

  /** By registry and phrase: most tests ask for those of one phrase again and again. */
  private static final Map<Registry, Map<String, TrieInvariants>> KNOWN = new WeakHashMap<>();

  private final HashPaths paths;

  private TrieInvariants(HashPaths paths) {
    this.paths = paths;
  }

  /** The invariants of maps like a given one, by the phrase of its composition. */
  public static TrieInvariants of(Hamt<?, ?> map) {
    return of(InstalledForTests.registry(), map);
  }

  /** As {@link #of(Hamt)}, with the strategies of a registry. */
  public static TrieInvariants of(Registry registry, Hamt<?, ?> map) {
    return of(registry, map.phrase());
  }

  /** The invariants of versions like a given one. */
  public static TrieInvariants of(PersistentHamt<?, ?> version) {
    return of(InstalledForTests.registry(), version.phrase());
  }

  private static TrieInvariants of(Registry registry, String phrase) {
    Map<String, TrieInvariants> known;
    synchronized (KNOWN) {
      known = KNOWN.computeIfAbsent(registry, any -> new ConcurrentHashMap<>());
    }
    if (known.size() > MOST_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(
        phrase, any -> new TrieInvariants(HashPaths.of(registry, registry.resolve(phrase))));
  }

  /** The paths that entries are checked against. */
  HashPaths paths() {
    return paths;
  }

  /** Checks a map. */
  public void check(Hamt<?, ?> map) {
    check(TrieOutline.of(map), map.shape(), map);
  }

  /** Checks a version. */
  public void check(PersistentHamt<?, ?> version) {
    check(TrieOutline.of(version), version.shape(), version.asMap());
  }

  private void check(TrieOutline outline, Shape shape, Map<?, ?> map) {
    Map<Object, Object> seen = new HashMap<>();
    check(outline.roots().size() == (map.isEmpty() ? 0 : 1), "one root, or none", outline);
    for (TrieOutline.Node root : outline.roots()) {
      check(root instanceof TrieOutline.Branch, "the root is a branch", root);
      check(root.fragment() == -1, "the root has fragment -1", root);
      checkNode(root, -1, seen);
    }
    check(seen.size() == map.size(), "as many entries as the size says", outline);
    assertThat(ShapeCount.trimmed(shape)).as("shape").isEqualTo(outline.shape());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      check(seen.containsKey(entry.getKey()), "the visitor sees every key", entry);
      check(
          Objects.equals(seen.get(entry.getKey()), entry.getValue()),
          "the visitor sees its value",
          entry);
    }
  }

  /** Checks a node below a branch; answers one of its keys. */
  private Object checkNode(TrieOutline.Node node, int levelAbove, Map<Object, Object> seen) {
    return switch (node) {
      case TrieOutline.Branch branch -> checkBranch(branch, levelAbove, seen);
      case TrieOutline.Collision collision -> checkCollision(collision, levelAbove, seen);
      case TrieOutline.Leaf leaf -> {
        check(leaf.level() == levelAbove + 1, "an entry stands below its branch", leaf);
        yield checkEntry(leaf.key(), leaf.value(), seen);
      }
    };
  }

  /**
   * The keys below a child share the path above it, as the child itself has checked; so one of them
   * stands for all when the branch checks their fragment and what its children share.
   */
  private Object checkBranch(TrieOutline.Branch branch, int levelAbove, Map<Object, Object> seen) {
    check(branch.skip() >= 0, "skips are not negative", branch);
    check(branch.level() == levelAbove + 1 + branch.skip(), "levels add up", branch);
    check(branch.level() < paths.levels(), "no level below the last", branch);
    int above = levelAbove + 1;
    check(
        branch.skip() == 0 || rootLevel(above - 1) == rootLevel(branch.level()),
        "the root of a generation is not skipped",
        branch);
    check(branch.slots() == branch.children().size(), "slots in use are children", branch);
    check(!branch.children().isEmpty(), "no empty branch", branch);
    Object common = null;
    long fragments = 0;
    for (TrieOutline.Node child : branch.children()) {
      check((fragments >>> child.fragment() & 1) == 0, "fragments differ", branch);
      Object key = checkNode(child, branch.level(), seen);
      common = fragments == 0 ? key : common;
      if (paths.areKnown()) {
        check(
            paths.fragment(key, branch.level()) == child.fragment(),
            "a child stands at the fragment of its keys",
            branch);
        check(
            paths.divergence(key, common) >= branch.level(),
            "the keys of a branch share the path above it",
            branch);
      }
      fragments |= 1L << child.fragment();
    }
    return common;
  }

  /** The level of the root of a level's generation. */
  private int rootLevel(int level) {
    int levels = paths.digits().levels();
    return Math.max(0, level) / levels * levels;
  }

  private Object checkCollision(
      TrieOutline.Collision collision, int levelAbove, Map<Object, Object> seen) {
    check(collision.level() == levelAbove + 1, "a collision stands below its branch", collision);
    check(collision.repeated().isEmpty(), "no key twice in a collision node", collision);
    check(collision.entries().size() == collision.size(), "its size is its entries", collision);
    check(collision.size() >= 2, "a collision node has two entries at least", collision);
    Object common = collision.entries().keySet().iterator().next();
    collision
        .entries()
        .forEach((key, value) -> {
          checkEntry(key, value, seen);
          check(
              !paths.areKnown() || paths.divergence(key, common) == paths.levels(),
              "colliding keys have one path",
              collision);
        });
    return common;
  }

  private Object checkEntry(Object key, Object value, Map<Object, Object> seen) {
    check(!seen.containsKey(key), "no key twice", key);
    seen.put(key, value);
    return key;
  }

  private static void check(boolean holds, String rule, Object where) {
    if (!holds) {
      throw new AssertionError("trie: not so: " + rule + "\n" + where);
    }
  }
}
