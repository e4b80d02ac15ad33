package org.hamtlab.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Selection;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CombinationsTest {
  private final Registry registry = Fakes.registry();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allocator=gc | allocator gc needs object slots; layout tagged-int{memory=heap} offers"
            + " words in the Java heap. Layouts that offer object slots: sealed-class.",
        "allocator=pool{parent=gc} | allocator gc needs object slots; layout"
            + " tagged-int{memory=heap} offers words in the Java heap. Layouts that offer object"
            + " slots: sealed-class.",
        "allocator=malloc | allocator malloc needs native words; layout tagged-int{memory=heap}"
            + " offers words in the Java heap. Layouts that offer native words:"
            + " tagged-int{memory=native}.",
        "layout=sealed-class allocator=malloc | allocator malloc needs native words; layout"
            + " sealed-class offers object slots. Layouts that offer native words:"
            + " tagged-int{memory=native}.",
        "layout=sealed-class allocator=checked{parent=gc} | allocator checked needs a parent with"
            + " blocks that have addresses; allocator gc offers nothing. Allocators that offer"
            + " blocks that have addresses: arena, freelist, pool.",
      })
  void saysWhyATreatmentIsImpossible(String phrase, String reason) {
    assertThat(registry.exclusion(registry.resolve(phrase))).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@default",
        "allocator=malloc layout=tagged-int{memory=native}",
        "layout=sealed-class allocator=pool{parent=gc}",
        "allocator=checked{parent=freelist{parent=pool}}"
      })
  void findsNothingAgainstPossibleTreatments(String phrase) {
    assertThat(registry.exclusion(registry.resolve(phrase))).isEmpty();
  }

  @Test
  void givesEveryReason() {
    assertThat(
            registry.exclusions(registry.resolve("layout=tagged-int allocator=checked{parent=gc}")))
        .hasSize(2)
        .anyMatch(reason -> reason.startsWith("allocator gc needs object slots"))
        .anyMatch(reason -> reason.startsWith("allocator checked needs a parent"));
  }

  @Test
  void saysSoIfNothingInstalledWouldFit() {
    Trait rare = new Trait("rare", "rare things");
    List<StrategyProvider> providers =
        Stream.concat(
                Fakes.house().stream(),
                Stream.of(new Fakes.Allocators("picky", Traits.NONE.needing(rare))))
            .toList();
    Registry picky = Registry.of(providers, Fakes.PRESETS);

    assertThat(picky.exclusion(picky.resolve("allocator=picky")))
        .contains(
            "allocator picky needs rare things. No strategy that is installed offers rare things.");
  }

  @Test
  void aDecoratorOffersWhatTheParentAtItsBottomDoes() {
    List<StrategyProvider> providers =
        Stream.concat(
                Fakes.house().stream(),
                Stream.of(
                    new Fakes.Allocators(
                        "passing",
                        Traits.passing(Trait.ADDRESSED_BLOCKS),
                        new StrategyParameter("parent", Axis.ALLOCATOR, true, "arena", "Below."))))
            .toList();
    Registry passing = Registry.of(providers, Fakes.PRESETS);
    String phrase = "layout=sealed-class allocator=checked{parent=passing{parent=passing";

    assertThat(passing.exclusion(passing.resolve(phrase + "}}"))).isEmpty();
    assertThat(passing.exclusion(passing.resolve(phrase + "{parent=none}}}"))).isEmpty();
    assertThat(passing.exclusion(passing.resolve(phrase + "{parent=gc}}}")).orElseThrow())
        .startsWith("allocator checked needs a parent")
        .contains("allocator passing offers nothing");
  }

  @Test
  void anOfferOfTheOwnAxisMeetsNoNeed() {
    List<StrategyProvider> providers =
        Stream.concat(
                Fakes.house().stream(),
                Stream.of(
                    new Fakes.Allocators(
                        "own", Traits.offering(Trait.OBJECT_SLOTS).needing(Trait.OBJECT_SLOTS))))
            .toList();
    Registry own = Registry.of(providers, Fakes.PRESETS);

    assertThat(own.exclusion(own.resolve("allocator=own"))).isPresent();
  }

  @Test
  void expandsTheChoicesThatDecideAboutTraits() {
    assertThat(registry.variants(Axis.LAYOUT, new StrategyId("tagged-int")))
        .map(Selection::toString)
        .containsExactly(
            "tagged-int{span=5,hash-bits=32,memory=heap}",
            "tagged-int{span=5,hash-bits=32,memory=native}");
    assertThat(registry.variants(Axis.ALLOCATOR, new StrategyId("pool"))).hasSize(1);
  }

  @Test
  void listsEveryCombinationInOrderAndReachesEveryStrategy() {
    List<Combination> combinations = registry.combinations();

    assertThat(combinations).hasSize(2 * 3 * 6 * 2).isEqualTo(registry.combinations());
    assertThat(combinations.getFirst().treatment().phrase())
        .isEqualTo(
            "hash=mojo-ahash{seed=0} layout=sealed-class{span=5,hash-bits=32} allocator=arena"
                + " compression=lazy-expansion assembly=fused"
                + " build=bottom-up reclaim=evacuate{garbage=2}");
    assertThat(combinations)
        .allMatch(each -> each.exclusion().equals(registry.exclusion(each.treatment())));
    for (Axis axis : Axis.values()) {
      assertThat(
              combinations.stream()
                  .filter(Combination::isPossible)
                  .map(each -> each.treatment().on(axis).id().orElseThrow())
                  .distinct())
          .hasSameSizeAs(registry.providers(axis));
    }
  }
}
