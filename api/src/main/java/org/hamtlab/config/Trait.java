package org.hamtlab.config;

/**
 * Something that one strategy needs and another offers. Traits decide which combinations are
 * possible.
 *
 * @param name kebab-case, as listings show it
 * @param meaning what it is, as a noun phrase that fits "needs …" and "offers …"
 */
public record Trait(String name, String meaning) {
  /** Slots that hold object references, so that a node may have an array of its own. */
  public static final Trait OBJECT_SLOTS = new Trait("object-slots", "object slots");

  /** Slots that are 32-bit words in the Java heap. */
  public static final Trait HEAP_WORDS = new Trait("heap-words", "words in the Java heap");

  /** Slots that are 32-bit words outside the Java heap. */
  public static final Trait NATIVE_WORDS = new Trait("native-words", "native words");

  /** Blocks with addresses, which can be handed out again; offered by allocators to decorators. */
  public static final Trait ADDRESSED_BLOCKS =
      new Trait("addressed-blocks", "blocks that have addresses");

  /** Arrays of their own for every block, which the JVM collects; offered by allocators. */
  public static final Trait COLLECTED_ARRAYS =
      new Trait("collected-arrays", "arrays that the JVM collects");

  /** Calls by several threads at a time; offered by allocators. */
  public static final Trait CONCURRENT_CALLS =
      new Trait("concurrent-calls", "calls by several threads at a time");

  /** The parent's grants, as long as nothing is freed; offered by allocators over a parent. */
  public static final Trait REUSE_ALONE =
      new Trait("reuse-alone", "the grants of its parent as long as nothing is freed");

  /** Branches that skip no levels; offered by compressions. */
  public static final Trait ORDINARY_BRANCHES =
      new Trait("ordinary-branches", "branches that skip no levels");

  /** Hashes that differ from one family of maps to the next; offered by keyed mixers. */
  public static final Trait KEYED = new Trait("keyed", "a secret for each family of maps");

  /** Nodes whose form tells of more than their content; offered by layouts, needed by nobody. */
  public static final Trait NODES_WITH_A_HISTORY =
      new Trait("nodes-with-a-history", "nodes whose form depends on history");

  /** Mutable maps with a root table; offered by layouts, needed by nobody. */
  public static final Trait ROOT_TABLE =
      new Trait("root-table", "a root table in the place of upper levels");

  @Override
  public String toString() {
    return name;
  }
}
