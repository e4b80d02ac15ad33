package org.hamtlab.experiments.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.BuildMode;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Treatment;
import org.hamtlab.experiments.build.Built.Entries;
import org.hamtlab.experiments.composition.ChosenCombinations;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.testkit.TrieInvariants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever {@code build} says, a map has the structure, the instances of keys and the values that
 * one put after another gives it: under the chosen combinations of strategies.
 */
class BuildModesTest {
  private static final Registry REGISTRY = Registry.installed();

  /** So many that several threads take part. */
  private static final Entries MANY = Entries.of(9_000, 1);

  private static final List<Entries> FEW =
      List.of(Entries.of(1, 2), Entries.of(40, 3), Entries.of(300, 4), Entries.of(1_000, 5));

  /** Without mixers that have a secret each: none of their maps is built like another. */
  static List<Treatment> treatments() {
    return ChosenCombinations.of(REGISTRY).stream()
        .filter(treatment -> !REGISTRY.offers(treatment, Axis.HASH, Trait.KEYED))
        .map(treatment -> treatment.with(AssemblyMode.SHARED))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("treatments")
  void everyModeBuildsWhatPutsOneByOneDo(Treatment treatment) {
    for (Entries entries : FEW) {
      List<String> expected = oneByOne(treatment, entries);
      for (BuildMode mode : BuildMode.values()) {
        if (mode != BuildMode.PARALLEL) {
          builds(treatment, mode, entries, expected);
        }
      }
    }
    if (!treatment.hash().name().equals("constant")) {
      builds(treatment, BuildMode.PARALLEL, MANY, oneByOne(treatment, MANY));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "layout=tagged-int{hash-bits=60} allocator=freelist hash=stafford-mix13",
        "layout=tagged-int{hash-bits=60,bit-order=high-first} allocator=freelist hash=identity",
        "layout=tagged-int{hash-bits=64,span=6,bit-order=high-first} allocator=freelist",
        "layout=sealed-class{hash-bits=64,span=3} allocator=gc compression=path hash=identity",
        "layout=sealed-class{hash-bits=60,span=4} allocator=gc compression=none",
        "layout=champ-words{hash-bits=64,span=6,bit-order=high-first} allocator=freelist",
        "layout=champ{hash-bits=64,span=4} allocator=gc",
        "layout=champ{bit-order=high-first,direct=101} allocator=gc hash=identity",
      })
  void bitsAndTheirOrderMakeNoDifference(String phrase) {
    everyModeBuildsWhatPutsOneByOneDo(REGISTRY.resolve(phrase + " assembly=shared"));
  }

  private static List<String> oneByOne(Treatment treatment, Entries entries) {
    return REGISTRY.offers(treatment, Axis.LAYOUT, Trait.ROOT_TABLE)
        ? versionOneByOne(treatment, entries)
        : mapOneByOne(treatment, entries);
  }

  /** Versions have no root table. */
  private static List<String> versionOneByOne(Treatment treatment, Entries entries) {
    PersistentHamt<Object, Object> version =
        composed(treatment, BuildMode.ONE_BY_ONE).newPersistentMap();
    for (int put = 0; put < entries.keys().length; put++) {
      version = version.put(entries.keys()[put], entries.values()[put]);
    }
    List<String> structure = Built.structure(version::visit, entries);
    version.close();
    return structure;
  }

  private static List<String> mapOneByOne(Treatment treatment, Entries entries) {
    try (Hamt<Object, Object> map = composed(treatment, BuildMode.ONE_BY_ONE).newMap()) {
      for (int put = 0; put < entries.keys().length; put++) {
        map.put(entries.keys()[put], entries.values()[put]);
      }
      return Built.structure(map::visit, entries);
    }
  }

  private static Composition composed(Treatment treatment, BuildMode mode) {
    return Composition.of(REGISTRY, treatment.with(mode, treatment.reclaim()));
  }

  private static void builds(
      Treatment treatment, BuildMode mode, Entries entries, List<String> expected) {
    if (REGISTRY.exclusion(treatment.with(mode, treatment.reclaim())).isPresent()) {
      return;
    }
    Composition composition = composed(treatment, mode);
    PersistentHamt<Object, Object> version =
        composition.newPersistentMap().putAll(entries.keys(), entries.values());
    Map<Object, Object> model = new HashMap<>();
    for (int put = 0; put < entries.keys().length; put++) {
      model.put(entries.keys()[put], entries.values()[put]);
    }
    assertThat(version.size()).isEqualTo(model.size());
    assertThat(Built.structure(version::visit, entries))
        .as("%s %s", mode, treatment)
        .isEqualTo(expected);
    TrieInvariants.of(version).check(version);
    assertThat(version.put("one", "more").remove("one").asMap()).isEqualTo(without("one", model));
    version.close();
    mutableMapsAreBuiltToo(composition, model);
  }

  private static Map<Object, Object> without(Object key, Map<Object, Object> model) {
    Map<Object, Object> less = new HashMap<>(model);
    less.remove(key);
    return less;
  }

  private static void mutableMapsAreBuiltToo(Composition composition, Map<Object, Object> model) {
    try (Hamt<Object, Object> built = composition.newMap();
        Hamt<Object, Object> put = composition.newMap()) {
      built.putAll(model);
      model.forEach(put::put);
      assertThat(built).isEqualTo(model);
      assertThat(built.shape()).isEqualTo(put.shape());
      assertThat(built.telemetry().slotsLive()).isEqualTo(put.telemetry().slotsLive());
      built.keySet().retainAll(new HashSet<>(List.of(42)));
      put.keySet().retainAll(new HashSet<>(List.of(42)));
      assertThat(built.telemetry().slotsLive()).isEqualTo(put.telemetry().slotsLive());
      built.putAll(model);
      assertThat(built).isEqualTo(model);
    }
  }

  @Test
  void champSaysWhyItCannotStandInAnArena() {
    String phrase = "layout=champ allocator=gc build=arena-clone";
    assertThat(REGISTRY.exclusion(REGISTRY.resolve(phrase)))
        .hasValueSatisfying(reason ->
            assertThat(reason)
                .startsWith("build=arena-clone fills maps over allocator arena: ")
                .contains("champ needs arrays that the JVM collects")
                .endsWith("Or say build=bottom-up."));
    assertThatThrownBy(() -> PersistentHamt.of(phrase)).isInstanceOf(ConfigurationException.class);
  }

  @Test
  void anAdoptedArenaIsKeptAndAClonedOneIsNot() {
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (long key = 0; key < 5_000; key++) {
      entries.put(key, key);
    }
    String layout = "layout=sealed-class allocator=gc build=";
    try (Hamt<Object, Object> adopted = Hamt.of(layout + "arena-adopt");
        Hamt<Object, Object> cloned = Hamt.of(layout + "arena-clone")) {
      adopted.putAll(entries);
      cloned.putAll(entries);
      assertThat(adopted.telemetry().slotsReserved()).as("slots of an arena").isPositive();
      assertThat(cloned.telemetry().slotsReserved()).isZero();
      adopted.clear();
      adopted.putAll(entries);
      assertThat(adopted).isEqualTo(entries);
    }
  }

  @Test
  void viewsOfAnEmptyMapShowWhatAnAdoptedArenaHolds() {
    try (Hamt<Object, Object> map = Hamt.of("layout=tagged-int build=arena-adopt")) {
      var views = map.entrySet();
      Map<Object, Object> entries = new HashMap<>();
      for (int key = 0; key < 100; key++) {
        entries.put(key, key);
      }
      map.putAll(entries);
      assertThat(views).isEqualTo(entries.entrySet());
    }
  }
}
