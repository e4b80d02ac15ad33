package org.hamtlab.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hamtlab.shape.TrieVisitor;

/** Draws a trie as a tree, each node beside what its layout says of its memory. */
final class TrieDrawing implements TrieVisitor {
  private static final int LONGEST = 40;

  /** A node of the drawing. */
  private static final class Line {
    private final String text;
    private final List<Line> children = new ArrayList<>();

    Line(String text) {
      this.text = text;
    }
  }

  private final Line top = new Line("");
  private final List<Line> open = new ArrayList<>(List.of(top));

  private Line add(String text) {
    Line line = new Line(text);
    open.getLast().children.add(line);
    return line;
  }

  @Override
  public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
    String place = fragment < 0 ? "root" : "[" + fragment + "]";
    String skipped = skip == 0 ? "" : ", skips " + skip + (skip == 1 ? " level" : " levels");
    open.add(add(place + " branch of level " + level + skipped + "   « " + memory + " »"));
  }

  @Override
  public void leaveBranch() {
    open.removeLast();
  }

  @Override
  public void entry(int level, int fragment, Object key, Object value) {
    add((fragment < 0 ? "" : "[" + fragment + "] ") + shortened(Objects.toString(key)));
  }

  @Override
  public void enterCollision(int level, int fragment, int size, String memory) {
    open.add(add("[" + fragment + "] collision of " + size + " keys   « " + memory + " »"));
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
