package org.hamtlab.papers.pypersistent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What building in the write-up's arena leaves behind when arena and map are gone: a model that
 * counts buffers and references, not bytes.
 *
 * <pre>
 * arena node ──owns──▶ buffer of its vector (heap) ──counts──▶ entries (heap, shared_ptr)
 * heap node  ──owns──▶ a buffer of its own         ──counts──▶ the same entries
 * </pre>
 *
 * <p><b>Source.</b> cmarschner/pypersistent, src/arena_allocator.hpp (the destructor of the arena
 * is the default one and runs no destructor of what stands in it) and src/persistent_map.cpp.
 *
 * <p><b>Deviations.</b> The map itself gives back everything when dropped, which favours the
 * original.
 */
final class ArenaModel {
  private static final int SPAN = 5;
  private static final int FAN_OUT = 1 << SPAN;
  private static final int LAST_SHIFT = 30;

  private final List<Node> inArena = new ArrayList<>();
  private long buffers;
  private long references;

  /** A node whose buffer refers to entries and nodes. */
  private record Node(List<Node> children, int entries) {}

  /** What is left: buffers that nobody frees, and references that keep entries alive. */
  record Left(long buffers, long references) {}

  /**
   * Builds in an arena, clones, drops the arena, drops the map.
   *
   * @param hashes of the entries, all different
   * @param runsDestructors whether the arena destroys the nodes in it
   */
  static Left of(int[] hashes, boolean runsDestructors) {
    ArenaModel model = new ArenaModel();
    Node root = model.build(hashes, 0);
    Node clone = model.copy(root);
    if (runsDestructors) {
      model.inArena.forEach(model::destroy);
    }
    model.inArena.clear();
    model.drop(clone);
    return new Left(model.buffers, model.references);
  }

  private Node build(int[] hashes, int shift) {
    List<Node> children = new ArrayList<>();
    int entries = 0;
    if (shift > LAST_SHIFT || hashes.length == 1) {
      entries = hashes.length;
    } else {
      for (int fragment = 0; fragment < FAN_OUT; fragment++) {
        int[] below = below(hashes, shift, fragment);
        if (below.length == 1) {
          entries++;
        } else if (below.length > 1) {
          children.add(build(below, shift + SPAN));
        }
      }
    }
    Node node = created(children, entries);
    inArena.add(node);
    return node;
  }

  private static int[] below(int[] hashes, int shift, int fragment) {
    return Arrays.stream(hashes)
        .filter(hash -> (hash >>> shift & FAN_OUT - 1) == fragment)
        .toArray();
  }

  private Node created(List<Node> children, int entries) {
    buffers++;
    references += entries;
    return new Node(children, entries);
  }

  private Node copy(Node node) {
    return created(node.children.stream().map(this::copy).toList(), node.entries);
  }

  private void destroy(Node node) {
    buffers--;
    references -= node.entries;
  }

  private void drop(Node node) {
    node.children.forEach(this::drop);
    destroy(node);
  }
}
