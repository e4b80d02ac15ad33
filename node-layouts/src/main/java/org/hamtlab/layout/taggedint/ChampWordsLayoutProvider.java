package org.hamtlab.layout.taggedint;

import org.hamtlab.config.StrategyId;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.NodeLayout;

/** Provides the layout {@code champ-words}. */
public final class ChampWordsLayoutProvider extends WordLayoutProvider {

  /** Creates the provider. */
  public ChampWordsLayoutProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("champ-words");
  }

  @Override
  public String summary() {
    return "Runs of 32-bit words with two bitmaps; entries from the front, nodes from the back.";
  }

  @Override
  public String source() {
    return "Steindorfer, Vinju, OOPSLA 2015, doi:10.1145/2814270.2814312;"
        + " usethesource/capsule, core/PersistentTrieMap.java; words: hamtlab";
  }

  @Override
  NodeLayout layout(
      HashDigits digits, Words words, Blocks blocks, EntryTable entries, boolean sorts) {
    return ChampWordsLayout.of(digits, words, blocks, entries, sorts);
  }
}
