package org.hamtlab.registry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hamtlab.config.DidYouMean;
import org.hamtlab.config.Faults;
import org.hamtlab.config.Phrase;
import org.hamtlab.config.Phrase.Word;

/** Named phrases. Immutable. */
final class Presets {
  /** The preset that stands below every phrase. */
  static final String DEFAULT = "default";

  static final String ADDRESSED = "addressed";

  private final SortedMap<String, String> phrases;
  private final SortedMap<String, Phrase> parsed = new TreeMap<>();

  /**
   * Parses presets.
   *
   * @param phrases the phrases by name
   * @param faults receives what is wrong with the syntax of a preset
   */
  Presets(Map<String, String> phrases, Faults faults) {
    this.phrases = Collections.unmodifiableSortedMap(new TreeMap<>(phrases));
    this.phrases.forEach((name, phrase) -> parsed.put(name, parse(name, phrase, faults)));
  }

  private static Phrase parse(String name, String text, Faults faults) {
    Faults found = new Faults();
    Phrase phrase = Phrase.parse(text, found);
    found.sentences().forEach(sentence -> faults.add("preset @" + name + ": " + sentence));
    phrase
        .preset()
        .ifPresent(other ->
            faults.add(
                "preset @"
                    + name
                    + ": '@"
                    + other.text()
                    + "' (expected axes only). Spell out what that preset says."));
    return phrase;
  }

  Map<String, String> phrases() {
    return phrases;
  }

  Phrase defaults() {
    return named(DEFAULT);
  }

  /** What is taken where the defaults do not fit. */
  Phrase addressed() {
    return named(ADDRESSED);
  }

  private Phrase named(String name) {
    return parsed.getOrDefault(name, new Phrase(Optional.empty(), List.of()));
  }

  Optional<Phrase> find(Word name, Faults faults) {
    Phrase phrase = parsed.get(name.text());
    if (phrase == null) {
      faults.add(
          "preset: '@"
              + name.text()
              + "' is unknown. Presets: "
              + String.join(", ", phrases.keySet().stream().map(known -> "@" + known).toList())
              + "."
              + DidYouMean.sentence(name.text(), phrases.keySet()).replaceFirst("'", "'@"));
    }
    return Optional.ofNullable(phrase);
  }
}
