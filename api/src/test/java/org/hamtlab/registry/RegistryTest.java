package org.hamtlab.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.StrategyId;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.api.Test;

final class RegistryTest {
  private final Registry registry = Fakes.registry();

  @Test
  void listsProvidersByIdWithinTheirAxis() {
    assertThat(registry.providers(Axis.ALLOCATOR).stream().map(StrategyProvider::id))
        .extracting(StrategyId::value)
        .containsExactly("arena", "checked", "freelist", "gc", "malloc", "pool");
  }

  @Test
  void findsAProviderByAxisAndId() {
    StrategyId none = new StrategyId("none");

    assertThat(registry.provider(Axis.COMPRESSION, none).id()).isEqualTo(none);
    assertThatThrownBy(() -> registry.provider(Axis.HASH, none))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("hash: 'none' is not installed. Installed: mojo-ahash, murmur3-fmix32.");
  }

  @Test
  void spellsNestedDefaultsInFull() {
    assertThat(registry.defaults(Axis.ALLOCATOR, new StrategyId("checked")))
        .hasToString("checked{parent=pool{slots=32,growth=fixed,parent=arena}}");
  }

  @Test
  void parsesSelections() {
    assertThat(registry.selection(Axis.ALLOCATOR, " pool{ slots = 64Ki, parent=freelist } "))
        .hasToString("pool{slots=65536,growth=fixed,parent=freelist{parent=none}}");
  }

  @Test
  void refusesTwoClassesWithOneId() {
    assertThatThrownBy(() -> Registry.of(List.of(new Fakes.Hash("twice"), new OtherHash())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("hash: 'twice' is claimed twice")
        .hasMessageContainingAll(Fakes.Hash.class.getName(), OtherHash.class.getName(), "Remove");
  }

  @Test
  void refusesPresetsThatCannotBeRead() {
    assertThatThrownBy(() -> Registry.of(List.of(), Map.of("bad", "hash=", "worse", "@bad")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("preset @bad: hash: ", "preset @worse: ");
  }

  @Test
  void hasPresetsOfItsOwn() {
    assertThat(registry.presets()).containsKeys("default", "mojo-hamt");
  }

  private static final class OtherHash extends Fakes.Fake
      implements org.hamtlab.spi.HashMixerProvider {
    OtherHash() {
      super("twice", _ -> org.hamtlab.config.Traits.NONE);
    }

    @Override
    public org.hamtlab.spi.HashMixer create(org.hamtlab.config.Settings settings) {
      throw new AssertionError("the registry creates no strategy");
    }
  }
}
