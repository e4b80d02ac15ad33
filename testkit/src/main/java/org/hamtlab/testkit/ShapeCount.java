package org.hamtlab.testkit;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.shape.Shape;

/** Counts the shape of an outline, independently of the engine's own count. */
final class ShapeCount {
  private final List<Long> leavesByLevel = new ArrayList<>();
  private final List<Long> branchesByLevel = new ArrayList<>();
  private long entries;
  private long compressedNodes;
  private long skippedLevels;
  private long collisionNodes;
  private long childPointers;
  private long singleChildNodes;

  /** Counts the nodes below the roots of an outline. */
  ShapeCount(List<TrieOutline.Node> roots) {
    roots.forEach(this::count);
  }

  /** The shape. */
  Shape shape() {
    return new Shape(
        entries,
        sum(branchesByLevel),
        compressedNodes,
        skippedLevels,
        sum(leavesByLevel),
        collisionNodes,
        childPointers,
        singleChildNodes,
        Math.max(0, leavesByLevel.size() - 1),
        leavesByLevel,
        branchesByLevel);
  }

  /** A shape whose histograms end with the deepest level that has something. */
  static Shape trimmed(Shape shape) {
    return new Shape(
        shape.entries(),
        shape.internalNodes(),
        shape.compressedNodes(),
        shape.skippedLevels(),
        shape.leafNodes(),
        shape.collisionNodes(),
        shape.childPointers(),
        shape.singleChildNodes(),
        shape.maxDepth(),
        trimmed(shape.leavesByLevel()),
        trimmed(shape.branchesByLevel()));
  }

  private static List<Long> trimmed(List<Long> histogram) {
    int length = histogram.size();
    while (length > 0 && histogram.get(length - 1) == 0) {
      length--;
    }
    return histogram.subList(0, length);
  }

  private void count(TrieOutline.Node node) {
    switch (node) {
      case TrieOutline.Leaf leaf -> {
        increment(leavesByLevel, leaf.level());
        entries++;
      }
      case TrieOutline.Collision collision -> {
        increment(leavesByLevel, collision.level());
        entries += collision.entries().size();
        collisionNodes++;
      }
      case TrieOutline.Branch branch -> {
        increment(branchesByLevel, branch.level());
        compressedNodes += branch.skip() > 0 ? 1 : 0;
        skippedLevels += branch.skip();
        childPointers += branch.children().size();
        singleChildNodes += branch.fragment() >= 0 && branch.children().size() == 1 ? 1 : 0;
        branch.children().forEach(this::count);
      }
    }
  }

  private static long sum(List<Long> histogram) {
    return histogram.stream().mapToLong(Long::longValue).sum();
  }

  private static void increment(List<Long> histogram, int level) {
    while (histogram.size() <= level) {
      histogram.add(0L);
    }
    histogram.set(level, histogram.get(level) + 1);
  }
}
