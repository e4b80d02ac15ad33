package org.hamtlab.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.shape.Shape;
import org.hamtlab.shape.TrieVisitor;

/**
 * What a visitor saw of a trie, as values: two outlines are equal if the tries have the same nodes
 * in the same places with the same entries. The order within a collision node and what the layout
 * says of its memory are left out.
 */
final class TrieOutline implements TrieVisitor {
  private final List<Node> roots = new ArrayList<>();
  private final Deque<Node> open = new ArrayDeque<>();

  /** A node or an entry of a trie. */
  sealed interface Node {
    /** Its level. */
    int level();

    /** Its fragment in the branch above, -1 for the root. */
    int fragment();
  }

  /** A branch. */
  record Branch(int level, int fragment, int skip, int slots, List<Node> children)
      implements Node {}

  /** An entry of its own. */
  record Leaf(int level, int fragment, Object key, Object value) implements Node {}

  /** A collision node; {@code repeated} are keys that it showed more than once. */
  record Collision(
      int level, int fragment, int size, Map<Object, Object> entries, List<Object> repeated)
      implements Node {}

  /** The outline of a map. */
  static TrieOutline of(Hamt<?, ?> map) {
    return of(map::visit);
  }

  /** The outline of a version. */
  static TrieOutline of(PersistentHamt<?, ?> version) {
    return of(version::visit);
  }

  private static TrieOutline of(Consumer<TrieVisitor> trie) {
    TrieOutline outline = new TrieOutline();
    trie.accept(outline);
    if (!outline.open.isEmpty()) {
      throw new AssertionError("visitor: " + outline.open.size() + " nodes never ended");
    }
    return outline;
  }

  /** What stands at the top: one branch, or nothing. */
  List<Node> roots() {
    return roots;
  }

  /** The shape, counted from what the visitor saw. */
  Shape shape() {
    return new ShapeCount(roots).shape();
  }

  @Override
  public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
    open.push(add(new Branch(level, fragment, skip, slots, new ArrayList<>())));
  }

  @Override
  public void leaveBranch() {
    if (!(open.pop() instanceof Branch)) {
      throw new AssertionError("visitor: a branch ended that had not begun");
    }
  }

  @Override
  public void entry(int level, int fragment, Object key, Object value) {
    if (open.peek() instanceof Collision collision) {
      if (collision.entries.containsKey(key)) {
        collision.repeated.add(key);
      }
      collision.entries.put(key, value);
    } else {
      add(new Leaf(level, fragment, key, value));
    }
  }

  @Override
  public void enterCollision(int level, int fragment, int size, String memory) {
    open.push(add(new Collision(level, fragment, size, new HashMap<>(), new ArrayList<>())));
  }

  @Override
  public void leaveCollision() {
    if (!(open.pop() instanceof Collision)) {
      throw new AssertionError("visitor: a collision node ended that had not begun");
    }
  }

  private Node add(Node node) {
    if (open.isEmpty()) {
      roots.add(node);
    } else if (open.peek() instanceof Branch branch) {
      branch.children.add(node);
    } else {
      throw new AssertionError("visitor: a node begins inside a collision node");
    }
    return node;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TrieOutline that && roots.equals(that.roots);
  }

  @Override
  public int hashCode() {
    return roots.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    roots.forEach(root -> draw(root, "", text));
    return text.isEmpty() ? "(empty)" : text.toString();
  }

  private static void draw(Node node, String indent, StringBuilder text) {
    text.append('\n').append(indent).append(node.fragment()).append(": ");
    switch (node) {
      case Leaf leaf -> text.append(leaf.key).append('=').append(leaf.value);
      case Collision collision -> text.append("collision ").append(collision.entries);
      case Branch branch -> {
        text.append("branch at ").append(branch.level).append(" skips ").append(branch.skip);
        branch.children.forEach(child -> draw(child, indent + "  ", text));
      }
    }
  }
}
