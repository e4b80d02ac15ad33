package org.hamtlab.experiments.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hamtlab.config.ConfigurationException;

/**
 * What a KEYS phrase says: {@code kind[:argument…][@SEED]}.
 *
 * @param kind which keys
 * @param arguments its arguments as written; for a file, the path
 * @param seed fixes what is random
 */
public record KeySpec(KeyKind kind, List<String> arguments, long seed) {
  private static final int LARGEST = 1 << 28;

  /** Copies and checks the arguments. */
  public KeySpec {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads a KEYS phrase.
   *
   * @throws ConfigurationException if it is malformed
   */
  public static KeySpec parse(String text) {
    if (text == null || text.isBlank()) {
      throw wrong(String.valueOf(text), KeyKind.forms());
    }
    int colon = text.indexOf(':');
    String name = colon < 0 ? text.replaceFirst("@.*", "") : text.substring(0, colon);
    KeyKind kind = KeyKind.of(name, text);
    String rest = colon < 0 ? text.substring(name.length()) : text.substring(colon + 1);
    if (kind == KeyKind.FILE) {
      if (rest.isBlank()) {
        throw wrong(text, kind.form());
      }
      return new KeySpec(kind, List.of(rest), 1);
    }
    int at = rest.lastIndexOf('@');
    long seed = at < 0 ? 1 : number(rest.substring(at + 1), text, kind);
    String list = at < 0 ? rest : rest.substring(0, at);
    List<String> arguments = list.isEmpty() ? List.of() : List.of(list.split(":", -1));
    KeySpec spec = new KeySpec(kind, arguments, seed);
    spec.check(text);
    return spec;
  }

  private void check(String text) {
    if (arguments.size() < kind.minArguments() || arguments.size() > kind.maxArguments()) {
      throw wrong(text, kind.form());
    }
    if (!arguments.isEmpty()) {
      long count = number(arguments.get(0), text, kind);
      if (count < 1 || count > LARGEST) {
        throw wrong(text, "1.." + LARGEST + " keys");
      }
    }
    if (kind == KeyKind.COLLIDING && (argument(1) < 0 || argument(1) > 32)) {
      throw wrong(text, "0..32 equal bits");
    }
    if (kind == KeyKind.STRIDED && argument(1) == 0) {
      throw wrong(text, "a step other than 0");
    }
    if (kind == KeyKind.ZIPF && !(exponent() > 0 && exponent() <= 10)) {
      throw wrong(text, "an exponent above 0, at most 10");
    }
  }

  /** Number of keys asked for; 0 where the phrase leaves it to the source. */
  public int count() {
    return arguments.isEmpty() || kind == KeyKind.FILE ? 0 : (int) argument(0);
  }

  /** A whole-number argument. */
  long argument(int index) {
    return number(arguments.get(index), toString(), kind);
  }

  /** The exponent of a Zipf distribution. */
  double exponent() {
    try {
      return Double.parseDouble(arguments.get(1));
    } catch (NumberFormatException malformed) {
      throw wrong(toString(), kind.form());
    }
  }

  private static long number(String digits, String text, KeyKind kind) {
    String plain = digits.replace("_", "").toLowerCase(Locale.ROOT);
    int factor = plain.endsWith("k") ? 1_000 : plain.endsWith("m") ? 1_000_000 : 1;
    try {
      return factor * Long.parseLong(factor == 1 ? plain : plain.substring(0, plain.length() - 1));
    } catch (NumberFormatException malformed) {
      throw wrong(text, kind.form());
    }
  }

  private static ConfigurationException wrong(String text, String expected) {
    return new ConfigurationException(
        "keys: '"
            + text
            + "' (expected "
            + expected
            + "). Numbers may end in k or m;"
            + " @SEED, a number, may follow all but file:PATH.");
  }

  /** The phrase, which {@link #parse} reads again. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add(kind.key());
    parts.addAll(arguments);
    return String.join(":", parts) + (kind == KeyKind.FILE || seed == 1 ? "" : "@" + seed);
  }
}
