package org.hamtlab.experiments.build;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.hamtlab.shape.TrieVisitor;
import org.hamtlab.testkit.ChosenKey;

/** Entries to build maps of, and what was built. */
final class Built {
  private Built() {}

  /**
   * Keys and values in an order in which they are put. Some keys come again as another instance.
   *
   * @param keys the keys
   * @param values the values, the number of the put
   */
  record Entries(Object[] keys, Object[] values) {

    /** Spread, clustered, colliding and repeated keys. */
    static Entries of(int count, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      Object[] keys = new Object[count];
      Object[] values = new Object[count];
      for (int put = 0; put < count; put++) {
        keys[put] = put > 0 && put % 100 == 99 ? null : key(random, put);
        values[put] = put;
      }
      return new Entries(keys, values);
    }

    private static Object key(SplittableRandom random, int put) {
      return switch (random.nextInt(8)) {
        case 0 -> new ChosenKey(random.nextInt(4) << 30 | 5, random.nextInt(3));
        case 1 -> new ChosenKey(42, random.nextInt(20));
        case 2 -> new ChosenKey(Integer.reverse(random.nextInt(64)), 0);
        case 3 -> Long.valueOf(random.nextInt(1 + put / 2));
        case 4 -> "word" + random.nextInt(1 + put);
        default -> random.nextInt();
      };
    }
  }

  /**
   * The structure of a trie with the very instances of keys and values, one line a node or entry.
   *
   * @param visit the {@code visit} of a map
   * @param puts what was put, which numbers the instances
   */
  static List<String> structure(Consumer<TrieVisitor> visit, Entries puts) {
    Map<Object, Integer> numbers = new IdentityHashMap<>();
    for (int put = 0; put < puts.keys().length; put++) {
      numbers.putIfAbsent(puts.keys()[put], put);
    }
    List<String> lines = new ArrayList<>();
    visit.accept(
        new TrieVisitor() {
          @Override
          public void enterBranch(int level, int fragment, int skip, int slots, String memory) {
            lines.add("branch " + level + ' ' + fragment + ' ' + skip + ' ' + slots);
          }

          @Override
          public void leaveBranch() {
            lines.add("end");
          }

          @Override
          public void entry(int level, int fragment, Object key, Object value) {
            lines.add("entry " + level + ' ' + fragment + ' ' + numbers.get(key) + ' ' + value);
          }

          @Override
          public void enterCollision(int level, int fragment, int size, String memory) {
            lines.add("collision " + level + ' ' + fragment + ' ' + size);
          }

          @Override
          public void leaveCollision() {
            lines.add("end");
          }
        });
    return lines;
  }
}
