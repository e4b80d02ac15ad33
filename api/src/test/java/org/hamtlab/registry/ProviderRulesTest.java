package org.hamtlab.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ChoiceParameter;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.IntParameter;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.StrategyParameter;
import org.hamtlab.config.Traits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ProviderRulesTest {

  static Stream<Arguments> declarations() {
    return Stream.of(
        Arguments.of(
            List.of(Fakes.SLOTS, Fakes.SLOTS),
            "odd.slots: declared twice (expected each name once)."),
        Arguments.of(
            List.of(new IntParameter("size", "", 1, 5, 6, "")),
            "odd.size: default 6 (expected 1..5)."),
        Arguments.of(
            List.of(new IntParameter("Size", "", 1, 5, 5, "")),
            "odd.Size: a name that phrases cannot spell (expected kebab-case)."),
        Arguments.of(
            List.of(new ChoiceParameter("how", "", List.of("a,b"), "a,b", "")),
            "odd.how: choices that phrases cannot spell: a,b"),
        Arguments.of(
            List.of(Fakes.SLOTS.onlyWith(Fakes.GROWTH.is("double"))),
            "odd.slots: matters only with growth=double (expected another parameter of the"
                + " strategy"),
        Arguments.of(
            List.of(
                Fakes.SLOTS.onlyWith(Fakes.GROWTH.is("double")),
                Fakes.GROWTH.onlyWith(Fakes.SLOTS.within(16, 32))),
            "odd.growth: matters only with slots=16..32 (expected another parameter of the"
                + " strategy, which does not wait for this one)."),
        Arguments.of(
            List.of(new StrategyParameter("parent", Axis.ALLOCATOR, false, "none", "")),
            "odd.parent: default none (expected any allocator)."),
        Arguments.of(
            List.of(new StrategyParameter("parent", Axis.ALLOCATOR, true, "pool{", "")),
            "odd.parent: default pool{ (expected none or any allocator)."),
        Arguments.of(
            List.of(new StrategyParameter("parent", Axis.ALLOCATOR, true, "pool{slots=1}", "")),
            "a default of odd is wrong. pool.slots: 1 (expected 16..268435456 slots)"),
        Arguments.of(
            List.of(new StrategyParameter("parent", Axis.ALLOCATOR, true, "odd", "")),
            "a default of odd is wrong. odd.parent: odd (expected a default that does not lead back"
                + " to odd.parent)."));
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void refusesParametersThatPhrasesCouldNotSay(List<Parameter<?>> parameters, String fault) {
    Fakes.Allocators odd =
        new Fakes.Allocators("odd", Traits.NONE, parameters.toArray(Parameter<?>[]::new));

    assertThatThrownBy(
            () -> Registry.of(Stream.concat(Fakes.house().stream(), Stream.of(odd)).toList()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(Fakes.Allocators.class.getName() + " (")
        .hasMessageContaining(fault);
  }

  @Test
  void refusesAnIdOutOfForm() {
    assertThatThrownBy(() -> Registry.of(List.of(new Fakes.Hash("Pool"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(Fakes.Hash.class.getName(), "'Pool' (expected kebab-case");
  }

  @Test
  void toleratesDefaultsThatAreNotInstalledUntilAPhraseReliesOnThem() {
    Registry registry =
        Registry.of(
            List.of(
                new Fakes.Allocators("pool", Traits.NONE, Fakes.PARENT),
                new Fakes.Allocators("gc", Traits.NONE)));

    assertThat(registry.selection(Axis.ALLOCATOR, "pool{parent=gc}"))
        .hasToString("pool{parent=gc}");
    assertThatThrownBy(() -> registry.defaults(Axis.ALLOCATOR, new StrategyId("pool")))
        .hasMessage("pool.parent: 'arena' is not installed. Installed: gc, pool.");
  }

  @Test
  void refusesAProviderOfNoAxis() {
    Fakes.Fake stray = new Fakes.Fake("stray", _ -> Traits.NONE) {};

    assertThatThrownBy(() -> Registry.of(List.of(stray)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(": provides nothing (expected the provider interface of an axis).");
  }
}
