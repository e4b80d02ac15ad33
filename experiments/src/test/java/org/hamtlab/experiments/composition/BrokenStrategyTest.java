package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.experiments.composition.broken.BrokenAllocatorProvider;
import org.hamtlab.experiments.composition.broken.BrokenCompressionProvider;
import org.hamtlab.experiments.composition.broken.BrokenLayoutProvider;
import org.hamtlab.experiments.composition.broken.BrokenMixerProvider;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import org.hamtlab.testkit.MapModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A map with a strategy that breaks its contract fails, and what it says names the strategy. */
class BrokenStrategyTest {
  private static final Registry REGISTRY = registry();

  private static Registry registry() {
    Registry installed = Registry.installed();
    List<StrategyProvider> providers =
        new ArrayList<>(
            List.of(
                new BrokenAllocatorProvider(),
                new BrokenCompressionProvider(),
                new BrokenLayoutProvider(),
                new BrokenMixerProvider()));
    Arrays.stream(Axis.values()).forEach(axis -> providers.addAll(installed.providers(axis)));
    return Registry.of(providers, installed.presets());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "overlaps | grant of block | no overlap with live block",
        "grants-live-blocks | grant of block | no overlap with live block",
        "grants-below-zero | grant of address -7 | an address of at least 0",
        "loses-slots | live slots | slots). Live blocks",
      })
  void checkedNamesAnAllocator(String how, String subject, String expected) {
    for (String layout : List.of("tagged-int", "sealed-class")) {
      assertThatThrownBy(() ->
              run(
                  "layout="
                      + layout
                      + " allocator=checked{parent=test.allocator{how="
                      + how
                      + "}}"))
          .hasMessageContaining("checked{parent=test.allocator}: ")
          .hasMessageContaining(subject)
          .hasMessageContaining("(expected ")
          .hasMessageContaining(expected)
          .hasMessageContaining("The allocator test.allocator breaks its contract.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "returns-another-size | checked | slots that it was granted with",
        "frees-twice | checked | a block that is live",
        "returns-another-size | poison | slots that it was granted with",
        "frees-twice | poison | not one in quarantine, frees since: 0",
      })
  void aDecoratorNamesWhatALayoutGivesBack(String how, String decorator, String expected) {
    assertThatThrownBy(() ->
            run("layout=test.layout{how=" + how + "} allocator=" + decorator + "{parent=freelist}"))
        .hasMessageContaining(decorator + "{")
        .hasMessageContaining("free of block")
        .hasMessageContaining(expected)
        .hasMessageContaining("What stands above " + decorator + ", the layout")
        .hasMessageContaining("-Dhamt.phrase='")
        .hasMessageContaining("layout=test.layout{how=" + how + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layout=test.layout{how=loses-blocks} | live slots",
        "layout=test.layout{how=loses-slots} | remove: null (expected ",
        "hash=test.mixer{how=changes-with-time} | stands at the fragment of its keys",
        "hash=test.mixer{how=differs-by-instance} | stands at the fragment of its keys",
        "compression=test.compression{how=expands-too-deep} | out of bounds",
        "compression=test.compression{how=skips-too-far} | map, asked the other way: ",
      })
  void theModelNamesTheComposition(String strategy, String what) {
    assertThatThrownBy(() -> run(strategy))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(what)
        .hasMessageContaining("-Dhamt.phrase='")
        .hasMessageContaining(strategy);
  }

  private static void run(String strategies) {
    Composition composition =
        Composition.of(REGISTRY, REGISTRY.resolve(strategies + " assembly=shared"));
    String phrase = REGISTRY.resolve(strategies + " assembly=shared").phrase();
    new MapModel(REGISTRY, phrase, composition::newMap, 1, 600).run();
  }
}
