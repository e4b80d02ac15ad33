package org.hamtlab.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hamtlab.config.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhraseResolutionTest {
  private static final String DEFAULTS =
      "hash=murmur3-fmix32 layout=tagged-int{span=5,hash-bits=32,memory=heap}"
          + " allocator=freelist{parent=none} compression=lazy-expansion assembly=fused"
          + " build=bottom-up reclaim=evacuate{garbage=2}";

  private final Registry registry = Fakes.registry();

  @Test
  void resolvesAFullPhraseInAnyOrder() {
    String phrase =
        "compression=none  allocator=checked{parent=pool{slots=65536,parent=arena}}"
            + "\tlayout=sealed-class{span=6,hash-bits=60} assembly=shared hash=mojo-ahash{seed=-7}";

    assertThat(registry.resolve(phrase).phrase())
        .isEqualTo(
            "hash=mojo-ahash{seed=-7} layout=sealed-class{span=6,hash-bits=60}"
                + " allocator=checked{parent=pool{slots=65536,growth=fixed,parent=arena}}"
                + " compression=none assembly=shared build=bottom-up"
                + " reclaim=evacuate{garbage=2}");
  }

  @Test
  void takesDefaultsForWhatIsLeftOut() {
    assertThat(registry.resolve("@default").phrase()).isEqualTo(DEFAULTS);
    assertThat(registry.resolve("layout=tagged-int{}").phrase()).isEqualTo(DEFAULTS);
  }

  @Test
  void takesAnAxisFromAddressedWhereTheDefaultDoesNotFit() {
    Registry collecting =
        Registry.of(
            Fakes.house(),
            Map.of(
                "default",
                "hash=mojo-ahash layout=sealed-class allocator=gc compression=none",
                "addressed",
                "hash=mojo-ahash layout=tagged-int allocator=freelist compression=none"));

    assertThat(collecting.resolve("layout=tagged-int").allocator())
        .hasToString("freelist{parent=none}");
    assertThat(collecting.resolve("allocator=malloc layout=tagged-int").allocator())
        .as("what was said stays, however impossible")
        .hasToString("malloc");
    assertThat(collecting.resolve("layout=sealed-class").allocator()).hasToString("gc");
    assertThat(collecting.resolve("hash=murmur3-fmix32").layout().name()).isEqualTo("sealed-class");
  }

  @Test
  void joinsBareWords() {
    assertThat(registry.resolve(List.of("@default", "compression=none", "assembly=shared")))
        .isEqualTo(registry.resolve("@default compression=none assembly=shared"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allocator=checked{parent=pool{growth=double}}"
            + " | checked{parent=pool{slots=64,growth=double,parent=freelist{parent=none}}}",
        "allocator=checked{parent=pool} "
            + " | checked{parent=pool{slots=64,growth=fixed,parent=freelist{parent=none}}}",
        "allocator=checked{parent=arena} | checked{parent=arena}",
        "allocator=pool | pool{slots=65536,growth=fixed,parent=arena}",
        "assembly=shared | "
            + "checked{parent=pool{slots=64,growth=fixed,parent=freelist{parent=none}}}",
      })
  void overridesOfTheSameStrategyKeepWhatThePresetSays(String override, String allocator) {
    Registry nested =
        Registry.of(
            Fakes.house(),
            Map.of(
                "default",
                DEFAULTS,
                "nested",
                "allocator=checked{parent=pool{slots=64,parent=freelist}}"));

    assertThat(nested.resolve("@nested " + override).allocator()).hasToString(allocator);
  }

  @Test
  void parametersBelowAnotherStrategyThanThePresetsAreForgotten() {
    Registry presets =
        Registry.of(
            Fakes.house(),
            Map.of(
                "default",
                    "hash=mojo-ahash{seed=5} layout=sealed-class allocator=gc compression=none",
                "murmur", "hash=murmur3-fmix32"));

    assertThat(presets.resolve("@murmur hash=mojo-ahash").hash()).hasToString("mojo-ahash{seed=0}");
    assertThat(presets.resolve("hash=mojo-ahash").hash()).hasToString("mojo-ahash{seed=5}");
  }

  @ParameterizedTest
  @CsvSource({
    "65_536, 65536",
    "64Ki, 65536",
    "4Mi, 4194304",
    "0x1_0000, 65536",
    "+16, 16",
    "268435456, 268435456"
  })
  void readsNumbersInSeveralSpellingsAndPrintsDigits(String written, String printed) {
    assertThat(registry.resolve("allocator=pool{slots=" + written + "}").allocator())
        .hasToString("pool{slots=" + printed + ",growth=fixed,parent=arena}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "allocator=pol ; allocator: 'pol' is not installed. Installed: arena, checked, freelist,"
            + " gc, malloc, pool. Did you mean 'pool'?",
        "hash=murmur3 ; hash: 'murmur3' is not installed. Installed: mojo-ahash, murmur3-fmix32."
            + " Did you mean 'murmur3-fmix32'?",
        "hash=xxh64 ; hash: 'xxh64' is not installed. Installed: mojo-ahash, murmur3-fmix32.",
        "allocator=checked{parent=area} ; checked.parent: 'area' is not installed. Installed:"
            + " arena, checked, freelist, gc, malloc, pool. Did you mean 'arena'?",
        "allocator=pool{parent=none} ; pool.parent: 'none' is not installed. Installed: arena,"
            + " checked, freelist, gc, malloc, pool.",
        "allocator=freelist{parent=none{a=1}} ; freelist.parent: none{a=1} (expected none without"
            + " braces). Leave them out.",
        "allocator=pool{slots=7} ; pool.slots: 7 (expected 16..268435456 slots)",
        "allocator=pool{slots=99999999999999999999} ; pool.slots: 99999999999999999999 (expected"
            + " 16..268435456 slots)",
        "allocator=pool{slots=many} ; pool.slots: 'many' (expected 16..268435456 slots). Write"
            + " digits, for example 65536, 65_536 or 64Ki.",
        "allocator=pool{slots=64k} ; pool.slots: '64k' (expected 16..268435456 slots). Write"
            + " digits, for example 65536, 65_536 or 64Ki.",
        "allocator=pool{slots=64{a=1}} ; pool.slots: 64{a=1} (expected 16..268435456 slots). Leave"
            + " the braces out.",
        "allocator=pool{growth=doubel} ; pool.growth: 'doubel' (expected fixed|double). Did you"
            + " mean 'double'?",
        "layout=tagged-int{hash-bits=61} ; tagged-int.hash-bits: '61' (expected 32|60|64 bits)."
            + " Did you mean '60'?",
        "allocator=pool{slot=64} ; pool.slot: unknown parameter. Parameters: slots, growth, parent."
            + " Did you mean 'slots'?",
        "allocator=arena{slots=64} ; arena.slots: unknown parameter. arena has no parameters. Leave"
            + " it out.",
        "layot=tagged-int ; layot: unknown (expected an axis or a run-level key). Keys: hash,"
            + " layout, allocator, compression, assembly, build, reclaim. Did you mean 'layout'?",
        "build=botom-up ; build: 'botom-up' (expected one-by-one|bottom-up|arena-clone|arena-adopt"
            + "|parallel). Did you mean 'bottom-up'?",
        "reclaim=evacuate{garbage=1} ; evacuate.garbage: 1 (expected 2..1000 times)",
        "reclaim=regions ; reclaim: 'regions' (expected evacuate|region). Did you mean 'region'?",
        "peer=scala ; peer: 'scala' cannot be chosen in this version. Keys that can: hash, layout,"
            + " allocator, compression, assembly, build, reclaim. Leave peer out.",
        "assembly=fusd ; assembly: 'fusd' (expected fused|shared). Did you mean 'fused'?",
        "@mojo ; preset: '@mojo' is unknown. Presets: @default, @mojo-hamt. Did you mean"
            + " '@mojo-hamt'?",
      })
  void namesValueRuleAndRemedy(String phrase, String message) {
    assertThatThrownBy(() -> registry.resolve(phrase))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @Test
  void reportsAllFaultsTogether() {
    assertThatThrownBy(() ->
            registry.resolve(
                "@nope hash=x allocator=pool{slots=1,growth=2,foo=3} layout=tagged-int{span=9"))
        .isInstanceOf(ConfigurationException.class)
        .satisfies(fault ->
            assertThat(fault.getMessage().lines())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("tagged-int: the phrase ends"))
                .anyMatch(line -> line.startsWith("preset: '@nope'"))
                .anyMatch(line -> line.startsWith("hash: 'x'"))
                .anyMatch(line -> line.startsWith("pool.slots: 1 "))
                .anyMatch(line -> line.startsWith("pool.growth: '2'"))
                .anyMatch(line -> line.startsWith("pool.foo: unknown")));
  }

  @Test
  void saysWhichPresetAFaultStandsIn() {
    Registry presets = Registry.of(Fakes.house(), Map.of("default", DEFAULTS, "old", "hash=xxh64"));

    assertThatThrownBy(() -> presets.resolve("@old allocator=x"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "preset @old: hash: 'xxh64' is not installed. Installed: mojo-ahash, murmur3-fmix32.\n"
                + "allocator: 'x' is not installed. Installed: arena, checked, freelist, gc,"
                + " malloc, pool.");
    assertThat(presets.resolve("@old hash=mojo-ahash").hash()).hasToString("mojo-ahash{seed=0}");
  }

  @Test
  void demandsEveryAxisWhereNoDefaultSpeaks() {
    Registry bare = Registry.of(Fakes.house(), Map.of());

    assertThatThrownBy(() -> bare.resolve("hash=mojo-ahash allocator=gc layout=sealed-class"))
        .hasMessage("compression: not said (expected a strategy). Name one; @default does not.");
  }
}
