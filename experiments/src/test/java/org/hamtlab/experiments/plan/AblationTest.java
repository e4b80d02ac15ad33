package org.hamtlab.experiments.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hamtlab.config.Treatment;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.api.Test;

class AblationTest {
  private static final Registry REGISTRY = Registry.installed();

  @Test
  void changesOneFactorAfterTheOtherFromBothEnds() {
    Treatment from = REGISTRY.resolve("@addressed");
    Treatment to =
        REGISTRY.resolve("@addressed hash=identity layout=tagged-int{span=6} compression=path");
    Ablation ablation = Ablation.between(REGISTRY, from, to);
    assertThat(ablation.forward())
        .extracting(Ablation.Step::factors)
        .containsExactly(List.of("hash"), List.of("layout.span"), List.of("compression"));
    assertThat(ablation.forward().getLast().treatment()).isEqualTo(to);
    assertThat(ablation.backward().getLast().treatment()).isEqualTo(from);
    assertThat(ablation.backward().getFirst().treatment())
        .isEqualTo(REGISTRY.resolve("@addressed layout=tagged-int{span=6} compression=path"));
    assertThat(ablation.candidates(REGISTRY).possible()).hasSize(6);
  }

  @Test
  void takesChangesTogetherThatAreImpossibleAlone() {
    Treatment from = REGISTRY.resolve("@addressed");
    Treatment to = REGISTRY.resolve("@default hash=identity");
    Ablation ablation = Ablation.between(REGISTRY, from, to);
    assertThat(ablation.forward())
        .extracting(Ablation.Step::factors)
        .contains(List.of("hash"), List.of("layout", "allocator"));
    assertThat(ablation.forward()).allMatch(s -> REGISTRY.exclusion(s.treatment()).isEmpty());
    assertThat(ablation.backward()).allMatch(s -> REGISTRY.exclusion(s.treatment()).isEmpty());
  }

  @Test
  void changesRunLevelKeysAndParametersOfNestedStrategies() {
    Treatment from = REGISTRY.resolve("@addressed");
    Treatment to =
        REGISTRY.resolve(
            "@addressed allocator=freelist{parent=pool} assembly=shared build=one-by-one"
                + " reclaim=region");
    assertThat(Ablation.between(REGISTRY, from, to).forward())
        .extracting(Ablation.Step::factors)
        .containsExactly(
            List.of("allocator.parent"), List.of("assembly"), List.of("build"), List.of("reclaim"));
  }
}
