package org.hamtlab.experiments.structure;

import java.lang.reflect.Field;
import scala.collection.immutable.BitmapIndexedMapNode;
import scala.collection.immutable.HashMap;
import scala.collection.immutable.MapNode;

/**
 * The nodes of Scala's map, read by reflection. Scala keeps colliding entries below a chain of
 * single-child branches that uses their hash up; the chain can be left out.
 */
final class ScalaNodes {
  private final Histogram histogram = new Histogram();
  private final boolean skipsChains;
  private int chains;

  private ScalaNodes(HashMap<Object, Object> map, boolean skipsChains) {
    this.skipsChains = skipsChains;
    if (!map.isEmpty()) {
      try {
        Field root = HashMap.class.getDeclaredField("rootNode");
        root.setAccessible(true);
        count((MapNode<?, ?>) root.get(map), 0);
      } catch (ReflectiveOperationException changed) {
        throw new AssertionError(changed);
      }
    }
  }

  /** The nodes as they are. */
  static Histogram of(HashMap<Object, Object> map) {
    return new ScalaNodes(map, false).histogram;
  }

  /** The nodes without the chains that lead to collision nodes, which move up in their place. */
  static Histogram withoutChainsToCollisions(HashMap<Object, Object> map) {
    return new ScalaNodes(map, true).histogram;
  }

  /** How many chains lead to collision nodes. */
  static int chainsToCollisions(HashMap<Object, Object> map) {
    return new ScalaNodes(map, true).chains;
  }

  private void count(MapNode<?, ?> node, int level) {
    if (node instanceof BitmapIndexedMapNode<?, ?> branch) {
      histogram.branches[level]++;
      histogram.entries[level + 1] += branch.payloadArity();
      for (int child = 0; child < branch.nodeArity(); child++) {
        countChild(branch.getNode(child), level + 1);
      }
    } else {
      histogram.collisions[level]++;
    }
  }

  private void countChild(MapNode<?, ?> child, int level) {
    MapNode<?, ?> end = child;
    while (end instanceof BitmapIndexedMapNode<?, ?> branch
        && branch.payloadArity() == 0
        && branch.nodeArity() == 1) {
      end = branch.getNode(0);
    }
    boolean isChain = end != child && !(end instanceof BitmapIndexedMapNode<?, ?>);
    chains += isChain ? 1 : 0;
    count(isChain && skipsChains ? end : child, level);
  }
}
