package org.hamtlab.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hamtlab.config.Phrase.Assignment;
import org.hamtlab.config.Phrase.Value;
import org.hamtlab.config.Phrase.Word;

/**
 * Reads a phrase by recursive descent. It first cuts the text into pieces at the whitespace outside
 * braces, so that a fault in one piece hides none in the others.
 */
final class PhraseParser {
  private static final String RESERVED = "{}=,";

  private final String text;
  private final Faults faults;
  private final List<Assignment> assignments = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private Optional<Word> preset = Optional.empty();
  private int at;
  private int end;
  private int braces;

  PhraseParser(String text, Faults faults) {
    this.text = text;
    this.faults = faults;
  }

  Phrase phrase() {
    if (text == null || text.isBlank()) {
      faults.add(
          "phrase: "
              + (text == null ? "null" : "nothing in it")
              + " (expected a preset or axis=strategy). '@default' stands for all defaults.");
      return new Phrase(preset, assignments);
    }
    try {
      for (int start = next(0); start < text.length(); start = next(end)) {
        at = start;
        end = endOfPiece(start);
        braces = 0;
        piece();
      }
    } catch (ShellExpansion expansion) {
      faults.add(expansion.getMessage());
    }
    return new Phrase(preset, assignments);
  }

  Optional<Value> loneValue() {
    if (text == null || text.isBlank()) {
      faults.add(
          "value: nothing in it (expected a strategy). Write for example pool{slots=65536}.");
      return Optional.empty();
    }
    try {
      at = next(0);
      end = text.stripTrailing().length();
      Value value = value("value");
      expectEnd();
      return Optional.of(value);
    } catch (Malformed | ShellExpansion fault) {
      faults.add(fault.getMessage());
      return Optional.empty();
    }
  }

  /** The first column from a position on that is no whitespace. */
  private int next(int from) {
    int position = from;
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position;
  }

  private int endOfPiece(int start) {
    int depth = 0;
    int position = start;
    while (position < text.length()) {
      char character = text.charAt(position);
      if (depth == 0 && Character.isWhitespace(character)) {
        break;
      }
      depth += character == '{' ? 1 : 0;
      depth -= character == '}' && depth > 0 ? 1 : 0;
      position++;
    }
    return position;
  }

  private void piece() throws ShellExpansion {
    try {
      if (text.charAt(at) == '@') {
        preset();
        return;
      }
      int start = at;
      Word name = word();
      if (name.text().isEmpty() || !has('=')) {
        throw new Malformed(
            "phrase: '"
                + text.substring(start, end)
                + "' at column "
                + (start + 1)
                + " (expected a preset or axis=strategy). Write for example"
                + " allocator=pool{slots=65536}.");
      }
      Assignment assignment = assignment(name);
      expectEnd();
      keep(assignment, names, "", assignments);
    } catch (Malformed fault) {
      faults.add(fault.getMessage());
    }
  }

  private void preset() throws Malformed {
    int start = at++;
    Word name = new Word(word().text(), start + 1);
    expectEnd();
    if (name.text().isEmpty()) {
      throw new Malformed(
          "phrase: '@' at column "
              + (start + 1)
              + " (expected the name of a preset behind it). Write for example @default.");
    }
    if (preset.isPresent() || !names.isEmpty()) {
      throw new Malformed(
          "phrase: '@"
              + name.text()
              + "' at column "
              + (start + 1)
              + " (expected one preset, in front of everything else). Move it to the front, or"
              + " leave it out.");
    }
    preset = Optional.of(name);
  }

  private Assignment assignment(Word name) throws Malformed, ShellExpansion {
    at++;
    return new Assignment(name, value(name.text()));
  }

  private Value value(String name) throws Malformed, ShellExpansion {
    skipSpaceInBraces();
    Word word = word();
    if (word.text().isEmpty()) {
      throw new Malformed(
          name
              + ": "
              + found()
              + " (expected a value behind '='). Write "
              + name
              + "=VALUE, or leave "
              + name
              + " out to take its default.");
    }
    if (has('=')) {
      throw new ShellExpansion(name + "=" + text.substring(word.column() - 1, at + 1));
    }
    return new Value(word, has('{') ? parameters(word.text()) : List.of());
  }

  private List<Assignment> parameters(String strategy) throws Malformed, ShellExpansion {
    int open = ++at;
    braces++;
    List<Assignment> parameters = new ArrayList<>();
    Set<String> given = new HashSet<>();
    skipSpaceInBraces();
    while (!has('}')) {
      Word name = word();
      skipSpaceInBraces();
      if (name.text().isEmpty() || !has('=')) {
        throw new Malformed(
            strategy
                + ": "
                + found()
                + " (expected name=value inside the braces"
                + " that open at column "
                + open
                + "). "
                + closing(open));
      }
      keep(assignment(name), given, strategy + ".", parameters);
      skipSpaceInBraces();
      if (has(',')) {
        at++;
        skipSpaceInBraces();
      } else if (!has('}')) {
        throw new Malformed(strategy + ": " + found() + " (expected ',' or '}'). " + closing(open));
      }
    }
    at++;
    braces--;
    return parameters;
  }

  private static String closing(int open) {
    return "Separate parameters with ',' and close the brace of column " + open + " with '}'.";
  }

  private void keep(Assignment assignment, Set<String> given, String owner, List<Assignment> kept) {
    if (given.add(assignment.name().text())) {
      kept.add(assignment);
    } else {
      faults.add(
          owner
              + assignment.name().text()
              + ": '"
              + assignment.value()
              + "' at column "
              + assignment.name().column()
              + " (expected once, but it is named before). Keep one of the"
              + " two; if you wrote it once, quote the phrase.");
    }
  }

  private void expectEnd() throws Malformed {
    if (at < end) {
      throw new Malformed(
          "phrase: "
              + found()
              + " (expected a space or the end). Parameters stand"
              + " in braces: pool{slots=65536,growth=fixed}.");
    }
  }

  private String found() {
    return at >= end ? "the phrase ends" : "'" + text.charAt(at) + "' at column " + (at + 1);
  }

  private Word word() {
    int start = at;
    while (at < end
        && RESERVED.indexOf(text.charAt(at)) < 0
        && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return new Word(text.substring(start, at), start + 1);
  }

  private boolean has(char expected) {
    return at < end && text.charAt(at) == expected;
  }

  private void skipSpaceInBraces() {
    if (braces > 0) {
      at = Math.min(end, next(at));
    }
  }

  /** A piece that cannot be read; the others still can. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /** A phrase that a shell has taken apart: nothing else that is said of it would help. */
  private static final class ShellExpansion extends Exception {
    private static final long serialVersionUID = 1L;

    ShellExpansion(String piece) {
      super(
          "phrase: '"
              + piece
              + "' (expected one '=' for each name). It looks as if the shell had expanded the"
              + " braces. Quote the phrase: 'allocator=pool{slots=65536,growth=fixed}'.");
    }
  }
}
