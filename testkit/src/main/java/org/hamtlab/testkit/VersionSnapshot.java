package org.hamtlab.testkit;

import java.util.IdentityHashMap;
import java.util.Map;
import org.hamtlab.map.PersistentHamt;

/**
 * What a version held at one moment, to the last slot: its trie, the very instances of keys and
 * values, its size. Whatever is derived later, the version must still be that.
 */
final class VersionSnapshot {
  private final PersistentHamt<?, ?> version;
  private final TrieOutline outline;
  private final Map<Object, Object> instances;
  private final int size;

  private VersionSnapshot(PersistentHamt<?, ?> version) {
    this.version = version;
    this.outline = TrieOutline.of(version);
    this.instances = instances(version);
    this.size = version.size();
  }

  /** Takes a snapshot. */
  static VersionSnapshot of(PersistentHamt<?, ?> version) {
    return new VersionSnapshot(version);
  }

  /** Fails unless the version is what it was. */
  void check() {
    if (version.size() != size) {
      throw new AssertionError("version: size " + version.size() + " (expected " + size + ")");
    }
    TrieOutline now = TrieOutline.of(version);
    if (!now.equals(outline)) {
      throw new AssertionError("version: its trie is now" + now + "\n(expected" + outline + ")");
    }
    Map<Object, Object> held = instances(version);
    boolean same =
        held.size() == instances.size() && held.entrySet().stream().allMatch(this::isAsBefore);
    if (!same) {
      throw new AssertionError("version: holds " + held + " (expected the same " + instances + ")");
    }
  }

  private boolean isAsBefore(Map.Entry<Object, Object> entry) {
    return instances.containsKey(entry.getKey())
        && instances.get(entry.getKey()) == entry.getValue();
  }

  private static Map<Object, Object> instances(PersistentHamt<?, ?> version) {
    Map<Object, Object> instances = new IdentityHashMap<>();
    version.forEach((key, value) -> instances.put(key, value));
    return instances;
  }
}
