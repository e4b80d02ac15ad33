package org.hamtlab.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.BuildMode;
import org.hamtlab.config.DidYouMean;
import org.hamtlab.config.Faults;
import org.hamtlab.config.Phrase;
import org.hamtlab.config.Phrase.Assignment;
import org.hamtlab.config.Phrase.Value;
import org.hamtlab.config.Reclaim;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Treatment;

/**
 * Resolves phrases in three layers: the phrase over its preset over the defaults. Layers are laid
 * over each other as syntax trees and checked once.
 */
final class PhraseResolver {
  private static final String ASSEMBLY = "assembly";
  private static final String BUILD = "build";
  private static final String RECLAIM = "reclaim";
  private static final Set<String> NOT_YET = Set.of("peer");
  private static final List<String> KEYS =
      Stream.concat(Stream.of(Axis.values()).map(Axis::key), Stream.of(ASSEMBLY, BUILD, RECLAIM))
          .toList();

  /** Which left-out axes are taken from {@code @addressed}, in the order in which it is tried. */
  private static final List<Set<Axis>> FALLBACKS =
      List.of(Set.of(Axis.ALLOCATOR), Set.of(Axis.LAYOUT), Set.of(Axis.LAYOUT, Axis.ALLOCATOR));

  private final Installed installed;
  private final Presets presets;

  PhraseResolver(Installed installed, Presets presets) {
    this.installed = installed;
    this.presets = presets;
  }

  /**
   * What one layer says.
   *
   * @param label stands in front of the faults of the layer, empty for the phrase itself
   */
  private record Layer(String label, Phrase phrase) {

    static Layer ofPreset(String name, Phrase phrase) {
      return new Layer("preset @" + name + ": ", phrase);
    }

    boolean says(String key) {
      return phrase.value(key).isPresent();
    }
  }

  /**
   * Resolves a phrase.
   *
   * @param possible whether a treatment is; an axis that the phrase leaves out is taken from
   *     {@code @addressed} where the default makes an impossible one
   */
  Treatment resolve(String text, Predicate<Treatment> possible) {
    Faults faults = new Faults();
    List<Layer> said = said(Phrase.parse(text, faults), faults);
    List<Layer> layers = new ArrayList<>(said);
    layers.add(defaults(Set.of()));
    layers.forEach(
        layer -> labelled(layer.label(), faults, found -> checkKeys(layer.phrase(), found)));
    Treatment treatment = treatment(layers, faults);
    faults.throwIfAny();
    return possible.test(treatment)
        ? treatment
        : fallbacks(said).filter(possible).findFirst().orElse(treatment);
  }

  /** What a phrase without faults may be, the axes that it leaves out being taken from defaults. */
  List<Treatment> readings(String text) {
    List<Layer> said = said(Phrase.parse(text, new Faults()), new Faults());
    return Stream.concat(fallback(said, Set.of()).stream(), fallbacks(said)).distinct().toList();
  }

  /** The axes that a phrase or its preset names. */
  Set<Axis> named(String text) {
    List<Layer> said = said(Phrase.parse(text, new Faults()), new Faults());
    Set<Axis> named = EnumSet.noneOf(Axis.class);
    for (Axis axis : Axis.values()) {
      if (said.stream().anyMatch(layer -> layer.says(axis.key()))) {
        named.add(axis);
      }
    }
    return named;
  }

  private Stream<Treatment> fallbacks(List<Layer> said) {
    return FALLBACKS.stream().flatMap(axes -> fallback(said, axes).stream());
  }

  private Optional<Treatment> fallback(List<Layer> said, Set<Axis> axes) {
    List<Layer> layers = new ArrayList<>(said);
    layers.add(defaults(axes));
    Faults faults = new Faults();
    Treatment treatment = treatment(layers, faults);
    return faults.sentences().isEmpty() ? Optional.of(treatment) : Optional.empty();
  }

  private Treatment treatment(List<Layer> layers, Faults faults) {
    Map<Axis, Selection> selections = new EnumMap<>(Axis.class);
    for (Axis axis : Axis.values()) {
      selections.put(axis, selection(axis, layers, faults));
    }
    AssemblyMode assembly =
        value(ASSEMBLY, layers).map(value -> assembly(value, faults)).orElse(AssemblyMode.FUSED);
    return new Treatment(
        selections.get(Axis.HASH),
        selections.get(Axis.LAYOUT),
        selections.get(Axis.ALLOCATOR),
        selections.get(Axis.COMPRESSION),
        assembly,
        value(BUILD, layers).map(value -> build(value, faults)).orElse(BuildMode.BOTTOM_UP),
        value(RECLAIM, layers).map(value -> reclaim(value, faults)).orElse(Reclaim.EVACUATE));
  }

  /** The phrase and its preset, topmost first. */
  private List<Layer> said(Phrase phrase, Faults faults) {
    List<Layer> layers = new ArrayList<>(List.of(new Layer("", phrase)));
    phrase
        .preset()
        .flatMap(
            word -> presets.find(word, faults).map(found -> Layer.ofPreset(word.text(), found)))
        .ifPresent(layers::add);
    return layers;
  }

  /** What stands at the bottom: {@code @default}, on some axes {@code @addressed}. */
  private Layer defaults(Set<Axis> addressed) {
    List<Assignment> assignments = new ArrayList<>();
    for (Assignment assignment : presets.defaults().assignments()) {
      String key = assignment.name().text();
      if (addressed.stream().noneMatch(axis -> axis.key().equals(key))) {
        assignments.add(assignment);
      }
    }
    for (Assignment assignment : presets.addressed().assignments()) {
      String key = assignment.name().text();
      if (addressed.stream().anyMatch(axis -> axis.key().equals(key))) {
        assignments.add(assignment);
      }
    }
    return Layer.ofPreset(Presets.DEFAULT, new Phrase(Optional.empty(), assignments));
  }

  private Selection selection(Axis axis, List<Layer> layers, Faults faults) {
    Optional<Value> value = value(axis.key(), layers);
    if (value.isEmpty()) {
      faults.add(axis + ": not said (expected a strategy). Name one; @default does not.");
      return Selection.NONE;
    }
    Layer topmost = layers.stream().filter(it -> it.says(axis.key())).findFirst().orElseThrow();
    Faults found = new Faults();
    Selection selection =
        new SelectionResolver(installed, found).selection(axis.key(), axis, value.get());
    labelled(topmost.label(), faults, inside -> found.sentences().forEach(inside::add));
    return selection;
  }

  /** Says of faults in a preset where they are, because the user did not write them. */
  private static void labelled(String label, Faults faults, Consumer<Faults> check) {
    Faults found = new Faults();
    check.accept(found);
    found.sentences().forEach(sentence -> faults.add(label + sentence));
  }

  private static Optional<Value> value(String key, List<Layer> layers) {
    return layers.reversed().stream()
        .flatMap(layer -> layer.phrase().value(key).stream())
        .reduce((below, above) -> above.over(below));
  }

  private static void checkKeys(Phrase phrase, Faults faults) {
    for (Assignment assignment : phrase.assignments()) {
      String key = assignment.name().text();
      String given = key + ": '" + assignment.value() + "' ";
      if (NOT_YET.contains(key)) {
        faults.add(
            given
                + "cannot be chosen in this version. Keys that can: "
                + String.join(", ", KEYS)
                + ". Leave "
                + key
                + " out.");
      } else if (!KEYS.contains(key)) {
        faults.add(
            key
                + ": unknown (expected an axis or a run-level key). Keys: "
                + String.join(", ", KEYS)
                + "."
                + DidYouMean.sentence(key, KEYS));
      }
    }
  }

  private static AssemblyMode assembly(Value value, Faults faults) {
    return choice(ASSEMBLY, value, AssemblyMode.values(), AssemblyMode.FUSED, faults);
  }

  private static BuildMode build(Value value, Faults faults) {
    return choice(BUILD, value, BuildMode.values(), BuildMode.BOTTOM_UP, faults);
  }

  /** The constant that a value spells. */
  private static <E> E choice(String key, Value value, E[] constants, E otherwise, Faults faults) {
    String text = value.toString();
    for (E constant : constants) {
      if (constant.toString().equals(text)) {
        return constant;
      }
    }
    unexpected(key, text, Stream.of(constants).map(Object::toString).toList(), faults);
    return otherwise;
  }

  private static void unexpected(String key, String text, List<String> words, Faults faults) {
    faults.add(
        key
            + ": '"
            + text
            + "' (expected "
            + String.join("|", words)
            + ")."
            + DidYouMean.sentence(text, words));
  }

  private Reclaim reclaim(Value value, Faults faults) {
    if (value.toString().equals("region")) {
      return Reclaim.REGION;
    }
    if (!value.word().text().equals("evacuate")) {
      unexpected(RECLAIM, value.toString(), List.of("evacuate", "region"), faults);
      return Reclaim.EVACUATE;
    }
    Settings settings =
        new SelectionResolver(installed, faults)
            .settings("evacuate", List.of(Reclaim.GARBAGE), value.parameters());
    return new Reclaim(true, settings.get(Reclaim.GARBAGE));
  }
}
