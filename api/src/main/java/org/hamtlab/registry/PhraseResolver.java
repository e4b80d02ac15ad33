package org.hamtlab.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hamtlab.config.AssemblyMode;
import org.hamtlab.config.Axis;
import org.hamtlab.config.DidYouMean;
import org.hamtlab.config.Faults;
import org.hamtlab.config.Phrase;
import org.hamtlab.config.Phrase.Assignment;
import org.hamtlab.config.Phrase.Value;
import org.hamtlab.config.Phrase.Word;
import org.hamtlab.config.Selection;
import org.hamtlab.config.Treatment;

/**
 * Resolves phrases in three layers: the phrase over its preset over {@code @default}. Layers are
 * laid over each other as syntax trees and checked once.
 */
final class PhraseResolver {
  private static final String ASSEMBLY = "assembly";
  private static final Set<String> NOT_YET = Set.of("build", "reclaim", "peer");
  private static final List<String> KEYS =
      Stream.concat(Stream.of(Axis.values()).map(Axis::key), Stream.of(ASSEMBLY)).toList();

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

  Treatment resolve(String text) {
    Faults faults = new Faults();
    List<Layer> layers = layers(Phrase.parse(text, faults), faults);
    layers.forEach(
        layer -> labelled(layer.label(), faults, found -> checkKeys(layer.phrase(), found)));
    Map<Axis, Selection> selections = new EnumMap<>(Axis.class);
    for (Axis axis : Axis.values()) {
      selections.put(axis, selection(axis, layers, faults));
    }
    AssemblyMode assembly =
        value(ASSEMBLY, layers).map(value -> assembly(value, faults)).orElse(AssemblyMode.FUSED);
    faults.throwIfAny();
    return new Treatment(
        selections.get(Axis.HASH),
        selections.get(Axis.LAYOUT),
        selections.get(Axis.ALLOCATOR),
        selections.get(Axis.COMPRESSION),
        assembly);
  }

  /** The phrase and what stands below it, topmost first. */
  private List<Layer> layers(Phrase phrase, Faults faults) {
    List<Layer> layers = new ArrayList<>(List.of(new Layer("", phrase)));
    String preset = phrase.preset().map(Word::text).orElse(Presets.DEFAULT);
    phrase
        .preset()
        .flatMap(word -> presets.find(word, faults))
        .ifPresent(found -> layers.add(Layer.ofPreset(preset, found)));
    if (phrase.preset().isEmpty() || !preset.equals(Presets.DEFAULT)) {
      layers.add(Layer.ofPreset(Presets.DEFAULT, presets.defaults()));
    }
    return layers;
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
    String text = value.toString();
    for (AssemblyMode mode : AssemblyMode.values()) {
      if (mode.key().equals(text)) {
        return mode;
      }
    }
    List<String> modes = Stream.of(AssemblyMode.values()).map(AssemblyMode::key).toList();
    faults.add(
        ASSEMBLY
            + ": '"
            + text
            + "' (expected "
            + String.join("|", modes)
            + ")."
            + DidYouMean.sentence(text, modes));
    return AssemblyMode.FUSED;
  }
}
