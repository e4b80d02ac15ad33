package org.hamtlab.papers.libhamt;

import java.util.HashMap;
import java.util.Map;

/**
 * A trie of 32-bit hashes in six levels of five bits, which computes the hash anew with another
 * generation when its bits are used up. What it models is which generation is asked for: in a
 * look-up, and for the key that already stands where a new one is to go.
 *
 * <p><b>Source.</b> mkirchner/hamt, src/hamt.c: hash_next, search_recursive, insert_table.
 *
 * <p><b>Deviations.</b> Tables are hash maps by fragment.
 */
final class GenerationModel {
  private static final int SPAN = 5;
  private static final int LEVELS = 6;

  private final Hash hash;
  private final Rule rule;
  private final Map<Integer, Object> root = new HashMap<>();

  /** The hash of a key in a generation. */
  interface Hash {
    int of(int key, int generation);
  }

  /** Which generation stands at a depth. */
  enum Rule {
    /** The depth itself in look-ups, a fifth of it for the key that stands there. */
    PUBLISHED {
      @Override
      int lookedUp(int depth) {
        return depth / LEVELS * LEVELS;
      }

      @Override
      int standing(int depth) {
        return depth / SPAN;
      }
    },
    /** A sixth of the depth, for every key. */
    SINGLE {
      @Override
      int lookedUp(int depth) {
        return depth / LEVELS;
      }

      @Override
      int standing(int depth) {
        return lookedUp(depth);
      }
    };

    /** In a look-up, whose hash was computed when its generation began. */
    abstract int lookedUp(int depth);

    /** For the key that stands in the way of a new one. */
    abstract int standing(int depth);
  }

  /** Where a key is on its way down. */
  private final class State {
    private final int key;
    private int depth;
    private int bits;

    State(int key, int depth, int generation) {
      this.key = key;
      this.depth = depth;
      this.bits = hash.of(key, generation);
    }

    int fragment() {
      return bits >>> depth % LEVELS * SPAN & (1 << SPAN) - 1;
    }

    void next() {
      depth++;
      if (depth % LEVELS == 0) {
        bits = hash.of(key, rule.lookedUp(depth));
      }
    }
  }

  GenerationModel(Hash hash, Rule rule) {
    this.hash = hash;
    this.rule = rule;
  }

  /** Whether a key is found. */
  boolean contains(int key) {
    State state = new State(key, 0, 0);
    Object found = root.get(state.fragment());
    while (found instanceof Map<?, ?> table) {
      state.next();
      found = table.get(state.fragment());
    }
    return found instanceof Integer there && there == key;
  }

  /** Adds a key that is not there. */
  void put(int key) {
    State state = new State(key, 0, 0);
    Map<Integer, Object> table = root;
    while (table.get(state.fragment()) instanceof Map<?, ?> below) {
      table = table(below);
      state.next();
    }
    if (table.get(state.fragment()) instanceof Integer standing && standing != key) {
      part(table, state, standing);
    } else {
      table.put(state.fragment(), key);
    }
  }

  /** Puts tables until the keys part. */
  private void part(Map<Integer, Object> above, State state, int standing) {
    State other = new State(standing, state.depth, rule.standing(state.depth));
    Map<Integer, Object> table = new HashMap<>();
    above.put(state.fragment(), table);
    state.next();
    other.next();
    while (state.fragment() == other.fragment()) {
      Map<Integer, Object> below = new HashMap<>();
      table.put(state.fragment(), below);
      table = below;
      state.next();
      other.next();
    }
    table.put(state.fragment(), state.key);
    table.put(other.fragment(), standing);
  }

  @SuppressWarnings("unchecked")
  private static Map<Integer, Object> table(Map<?, ?> below) {
    return (Map<Integer, Object>) below;
  }
}
