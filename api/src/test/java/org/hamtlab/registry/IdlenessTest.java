package org.hamtlab.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Traits;
import org.hamtlab.config.Treatment;
import org.junit.jupiter.api.Test;

/** Parameters are idle where what their strategy declares does not hold, and nowhere else. */
final class IdlenessTest {
  private static final IntParameter SIZE = new IntParameter("size", "slots", 0, 9, 1, "Size.");
  private static final ChoiceParameter STEP =
      new ChoiceParameter("step", "", List.of("one", "two", "none"), "one", "Step.")
          .onlyWith(SIZE.within(1, 9));
  private static final IntParameter MOST =
      new IntParameter("most", "slots", 1, 99, 50, "Most.").onlyWith(STEP.is("two", "none"));
  private static final StrategyParameter BELOW =
      new StrategyParameter("below", Axis.ALLOCATOR, true, "none", "Below.")
          .onlyWith(STEP.is("one"));

  private final Registry registry =
      Registry.of(
          Stream.concat(
                  Fakes.house().stream(),
                  Stream.of(new Fakes.Allocators("stepped", Traits.NONE, MOST, SIZE, STEP, BELOW)))
              .toList(),
          Map.of(
              "default",
              "hash=murmur3-fmix32 layout=tagged-int allocator=stepped compression=none"));

  private Treatment treatment(String settings) {
    return registry.resolve("allocator=stepped{" + settings + "}");
  }

  private List<String> idle(String settings) {
    return registry.idle(treatment(settings)).stream().map(IdleParameter::factor).toList();
  }

  @Test
  void conditionsOfChoicesAndOfNumbersDecide() {
    assertThat(idle("step=one")).containsExactly("allocator.most");
    assertThat(idle("step=two")).containsExactly("allocator.below");
    assertThat(idle("size=0,step=one"))
        .containsExactly("allocator.most", "allocator.step", "allocator.below");
  }

  @Test
  void whatWaitsForAnIdleParameterIsIdle() {
    assertThat(idle("size=0,step=two")).contains("allocator.most", "allocator.step");
    assertThat(registry.idle(treatment("size=0,step=two,most=3")).getFirst())
        .satisfies(most -> {
          assertThat(most.isSet()).isTrue();
          assertThat(most.sentence())
              .isEqualTo("allocator.most matters only with size=1..9, so it is idle.");
        });
  }

  @Test
  void plainTreatmentsAreEqualUnlessSomethingThatMattersDiffers() {
    Treatment plain = treatment("step=one");

    assertThat(registry.plain(treatment("step=one,most=3"))).isEqualTo(plain);
    assertThat(registry.plain(plain)).isEqualTo(plain);
    assertThat(registry.plain(treatment("step=two,below=pool"))).isEqualTo(treatment("step=two"));
    assertThat(registry.plain(treatment("step=two,most=3"))).isNotEqualTo(treatment("step=two"));
  }

  @Test
  void nestedStrategiesAreLookedInto() {
    Treatment nested = treatment("below=stepped{most=7}");

    assertThat(registry.idle(nested))
        .extracting(IdleParameter::factor, IdleParameter::isSet)
        .contains(tuple("allocator.below.most", true));
    assertThat(registry.plain(nested)).isEqualTo(treatment("below=stepped"));
  }

  @Test
  void aStrategyThatDeclaresNothingHasNoIdleParameter() {
    Treatment pool =
        registry.resolve("allocator=pool{slots=16,growth=double} layout=sealed-class{span=3}");

    assertThat(registry.idle(pool)).isEmpty();
    assertThat(registry.plain(pool)).isEqualTo(pool);
  }

  @Test
  void conditionsNameValuesThatCanBe() {
    assertThatThrownBy(() -> STEP.is("three"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("step: three are not among one|two|none");
    assertThatThrownBy(() -> SIZE.within(1, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size: 1..10 is not in 0..9");
  }
}
