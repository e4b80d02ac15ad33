package org.hamtlab.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The syntax tree of a phrase, made without knowledge of what is installed.
 *
 * <pre>
 * phrase     := [ '@' name ] { assignment }       separated by whitespace
 * assignment := name '=' value
 * value      := word [ '{' [ assignment { ',' assignment } ] '}' ]
 * word       := characters other than { } = , and whitespace
 * </pre>
 *
 * <p>Whitespace inside braces means nothing. Columns count from 1.
 *
 * @param preset the preset in front, if there is one
 * @param assignments what is said of axes and run-level keys, in the order written, no name twice
 */
public record Phrase(Optional<Word> preset, List<Assignment> assignments) {

  /** Copies the assignments. */
  public Phrase {
    assignments = List.copyOf(assignments);
  }

  /**
   * A word and where it stands.
   *
   * @param text the word, without the at sign of a preset
   * @param column where it begins
   */
  public record Word(String text, int column) {}

  /**
   * A name and the value given to it.
   *
   * @param name an axis, a run-level key or a parameter
   * @param value what stands behind the equals sign
   */
  public record Assignment(Word name, Value value) {}

  /**
   * A word, with what is said in braces behind it.
   *
   * @param word a strategy, a number or a choice
   * @param parameters the assignments in braces, no name twice
   */
  public record Value(Word word, List<Assignment> parameters) {

    /** Copies the parameters. */
    public Value {
      parameters = List.copyOf(parameters);
    }

    /**
     * This value laid over a base. If both name the same strategy, parameters that this value does
     * not name keep what the base says of them, at every depth; else the base is forgotten.
     */
    public Value over(Value base) {
      if (!word.text().equals(base.word.text())) {
        return this;
      }
      Map<String, Assignment> merged = new LinkedHashMap<>();
      base.parameters.forEach(given -> merged.put(given.name().text(), given));
      for (Assignment given : parameters) {
        merged.merge(
            given.name().text(),
            given,
            (below, above) -> new Assignment(above.name(), above.value().over(below.value())));
      }
      return new Value(word, new ArrayList<>(merged.values()));
    }

    /** The value as a phrase spells it. */
    @Override
    public String toString() {
      if (parameters.isEmpty()) {
        return word.text();
      }
      List<String> inside = new ArrayList<>();
      parameters.forEach(given -> inside.add(given.name().text() + "=" + given.value()));
      return word.text() + "{" + String.join(",", inside) + "}";
    }
  }

  /** The value given to a name, if there is one. */
  public Optional<Value> value(String name) {
    return assignments.stream()
        .filter(assignment -> assignment.name().text().equals(name))
        .map(Assignment::value)
        .findFirst();
  }

  /**
   * Parses a phrase. What cannot be read is left out of the tree and reported.
   *
   * @param text the phrase
   * @param faults receives every fault of the syntax
   * @return what could be read
   */
  public static Phrase parse(String text, Faults faults) {
    return new PhraseParser(text, faults).phrase();
  }

  /**
   * Parses one value, such as {@code pool{slots=65536}}.
   *
   * @param text the value
   * @param faults receives every fault of the syntax
   * @return empty if it could not be read
   */
  public static Optional<Value> parseValue(String text, Faults faults) {
    return new PhraseParser(text, faults).loneValue();
  }
}
