package org.hamtlab.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  Treatment resolve(String text) {
    Faults faults = new Faults();
    Phrase phrase = Phrase.parse(text, faults);
    List<Phrase> layers = layers(phrase, faults);
    layers.forEach(layer -> checkKeys(layer, faults));
    Map<Axis, Selection> selections = new EnumMap<>(Axis.class);
    SelectionResolver resolver = new SelectionResolver(installed, faults);
    for (Axis axis : Axis.values()) {
      value(axis.key(), layers)
          .ifPresentOrElse(
              value -> selections.put(axis, resolver.selection(axis.key(), axis, value)),
              () -> faults.add(axis + ": not said, and @default says nothing of it. Name one."));
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
  private List<Phrase> layers(Phrase phrase, Faults faults) {
    List<Phrase> layers = new ArrayList<>(List.of(phrase));
    Optional<Word> preset = phrase.preset();
    preset.ifPresent(word -> presets.find(word, faults).ifPresent(layers::add));
    if (preset.stream().noneMatch(word -> word.text().equals(Presets.DEFAULT))) {
      layers.add(presets.defaults());
    }
    return layers;
  }

  private static Optional<Value> value(String key, List<Phrase> layers) {
    return layers.reversed().stream()
        .flatMap(layer -> layer.value(key).stream())
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
