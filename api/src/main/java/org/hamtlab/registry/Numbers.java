package org.hamtlab.registry;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads whole numbers as phrases spell them: {@code 65536}, {@code 65_536}, {@code 64Ki}, {@code
 * 4Mi}, {@code 1Gi} (powers of 1024) or hexadecimal {@code 0xFFFF}.
 *
 * <p>{@code 64k} is refused: key sets of "100K" entries mean thousands, so it could be read in two
 * ways.
 */
final class Numbers {
  /** What to do after a number could not be read. */
  static final String HINT = "Write digits, for example 65536, 65_536 or 64Ki.";

  private static final Pattern DECIMAL = Pattern.compile("([+-]?[0-9]+(?:_+[0-9]+)*)(Ki|Mi|Gi)?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile("0[xX]([0-9a-fA-F]+(?:_+[0-9a-fA-F]+)*)");

  private Numbers() {}

  /** The number, empty if the text is none. */
  static Optional<BigInteger> parse(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      return Optional.of(digits(decimal.group(1), 10).shiftLeft(shift(decimal.group(2))));
    }
    Matcher hexadecimal = HEXADECIMAL.matcher(text);
    return hexadecimal.matches() ? Optional.of(digits(hexadecimal.group(1), 16)) : Optional.empty();
  }

  private static BigInteger digits(String digits, int radix) {
    return new BigInteger(digits.replace("_", ""), radix);
  }

  private static int shift(String suffix) {
    return switch (suffix) {
      case null -> 0;
      case "Ki" -> 10;
      case "Mi" -> 20;
      default -> 30;
    };
  }
}
