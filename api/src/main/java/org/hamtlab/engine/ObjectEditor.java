package org.hamtlab.engine;

import org.hamtlab.spi.ObjectNodeLayout;

/**
 * The algorithms that change tries, bound to one view of a memory.
 *
 * @param <R> type of a node reference
 */
final class ObjectEditor<R> {
  final ObjectNodeLayout<R> layout;
  final ObjectPlacing<R> placing;
  final ObjectInsertion<R> insertion;
  final ObjectRemoval<R> removal;

  ObjectEditor(TrieRules rules, ObjectNodeLayout<R> layout) {
    ObjectChains<R> chains = new ObjectChains<R>(rules, layout);
    this.layout = layout;
    this.placing = new ObjectPlacing<R>(rules, layout, chains);
    this.insertion = new ObjectInsertion<R>(rules, layout, chains, placing);
    this.removal = new ObjectRemoval<R>(rules, layout, chains);
  }
}
