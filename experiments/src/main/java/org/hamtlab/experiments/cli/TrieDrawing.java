package org.hamtlab.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hamtlab.shape.TrieVisitor;

/** Draws a trie as a tree, each node beside what its layout says of its memory. */
final class TrieDrawing implements TrieVisitor {
  private static final int LONGEST = 40;

  /** A node of the drawing. */
  private static final class Line {
    private final String text;
    private final Map<String, Object> node;
    private final List<Line> children = new ArrayList<>();

    Line(String text, Map<String, Object> node) {
      this.text = text;
      this.node = node;
    }

    Map<String, Object> tree() {
      Map<String, Object> tree = new HashMap<>(node);
      tree.put("children", children.stream().map(Line::tree).toList());
      return tree;
    }
  }

  private final Line top = new Line("", Map.of());
  private final List<Line> open = new ArrayList<>(List.of(top));

  /** The nodes from the root down, as a page draws them. */
  List<Map<String, Object>> roots() {
    return top.children.stream().map(Line::tree).toList();
  }

  private static Map<String, Object> node(
      String kind, int fragment, int slots, String text, String memory) {
    return Map.of(
        "kind", kind, "fragment", fragment, "slots", slots, "text", text, "memory", memory);
  }

  private Line add(String text, Map<String, Object> node) {
    Line line = new Line(text, node);
    open.getLast().children.add(line);
    return line;
  }

  @Override
  public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
    String place = fragment < 0 ? "root" : "[" + fragment + "]";
    String skipped = skip == 0 ? "" : ", skips " + skip + (skip == 1 ? " level" : " levels");
    String name = "branch of level " + level + skipped;
    open.add(
        add(
            place + " " + name + "   « " + memory + " »",
            node("branch", fragment, slots, name, memory)));
  }

  @Override
  public void leaveBranch() {
    open.removeLast();
  }

  @Override
  public void entry(int level, int fragment, Object key, Object value) {
    String text = shortened(Objects.toString(key));
    add((fragment < 0 ? "" : "[" + fragment + "] ") + text, node("entry", fragment, 0, text, ""));
  }

  @Override
  public void enterCollision(int level, int fragment, int size, String memory) {
    String name = "collision of " + size + " keys";
    open.add(
        add(
            "[" + fragment + "] " + name + "   « " + memory + " »",
            node("collision", fragment, size, name, memory)));
  }

  @Override
  public void leaveCollision() {
    open.removeLast();
  }

  private static String shortened(String key) {
    return key.length() <= LONGEST
        ? key
        : key.substring(0, LONGEST / 2) + "…" + key.substring(key.length() - LONGEST / 2 + 1);
  }

  void print(PrintWriter out) {
    for (Line root : top.children) {
      out.println(root.text);
      printChildren(root, "", out);
    }
  }

  private static void printChildren(Line line, String indent, PrintWriter out) {
    for (int index = 0; index < line.children.size(); index++) {
      Line child = line.children.get(index);
      boolean isLast = index == line.children.size() - 1;
      out.println(indent + (isLast ? "└─ " : "├─ ") + child.text);
      printChildren(child, indent + (isLast ? "   " : "│  "), out);
    }
  }
}
