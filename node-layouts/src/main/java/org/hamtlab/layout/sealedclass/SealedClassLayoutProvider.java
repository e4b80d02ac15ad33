package org.hamtlab.layout.sealedclass;

import java.util.List;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.AllocatorFactory;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;

/** Provides the layout {@code sealed-class}. */
public final class SealedClassLayoutProvider implements NodeLayoutProvider {
  private static final IntParameter SPAN =
      new IntParameter("span", "bits", 3, 6, 5, "Hash bits consumed per level.");
  private static final ChoiceParameter BIT_ORDER =
      new ChoiceParameter(
          "bit-order",
          "",
          List.of("low-first", "high-first"),
          "low-first",
          "Which end of the hash the root consumes.");
  private static final ChoiceParameter HASH_BITS =
      new ChoiceParameter(
          "hash-bits",
          "bits",
          List.of("32", "60", "64"),
          "32",
          "How many low bits of the mixed hash the trie uses.");
  private static final ChoiceParameter ARRAYS =
      new ChoiceParameter(
          "arrays",
          "",
          List.of("exact", "doubling"),
          "exact",
          "Whether child arrays have exact size or double.");
  private static final IntParameter MIN_CAPACITY =
      new IntParameter(
          "min-capacity", "slots", 1, 64, 4, "Smallest capacity of a doubling child array.");

  /** Creates the provider. */
  public SealedClassLayoutProvider() {}

  @Override
  public StrategyId id() {
    return new StrategyId("sealed-class");
  }

  @Override
  public String summary() {
    return "Nodes are objects of a sealed class hierarchy; a branch refers to an array of children.";
  }

  @Override
  public String source() {
    return "hamtlab; doubling arrays after mojo-hamt";
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(SPAN, BIT_ORDER, HASH_BITS, ARRAYS, MIN_CAPACITY);
  }

  @Override
  public Traits traits(Settings settings) {
    return Traits.offering(Trait.OBJECT_SLOTS);
  }

  @Override
  public NodeLayout create(Settings settings, AllocatorFactory allocators) {
    HashDigits digits =
        new HashDigits(
            settings.get(SPAN),
            settings.number(HASH_BITS),
            settings.get(BIT_ORDER).equals("high-first"));
    Blocks blocks =
        new Blocks(allocators, settings.get(ARRAYS).equals("doubling"), settings.get(MIN_CAPACITY));
    return new SealedClassLayout(digits, blocks);
  }
}
