package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.hamtlab.config.Axis;
import org.hamtlab.registry.Registry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuavaCoverageTest {

  @ParameterizedTest
  @EnumSource
  void coversEveryStrategy(Axis axis) {
    Registry registry = Registry.installed();
    Set<String> covered =
        GuavaMapTest.PHRASES.stream()
            .map(phrase -> registry.resolve(phrase).on(axis).name())
            .collect(Collectors.toSet());

    assertThat(GuavaMapTest.PHRASES).hasSizeGreaterThanOrEqualTo(12);
    assertThat(registry.providers(axis))
        .allSatisfy(provider -> assertThat(covered).contains(provider.id().value()));
  }
}
