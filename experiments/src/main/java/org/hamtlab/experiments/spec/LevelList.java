package org.hamtlab.experiments.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamtlab.config.ConfigurationException;

/**
 * Lists as sweep files write them: words and numbers separated by commas, powers ({@code 2^16}),
 * and ranges {@code 3..6}, {@code 16..4096 by x2}, {@code 0..100 by 10}, {@code 1000..64000 by
 * half-octave}. An octave doubles; half of one multiplies by the root of two, rounded to whole
 * numbers. Ranges include their first number, and their last one where a step meets it.
 */
final class LevelList {
  private static final int MOST = 10_000;
  private static final Pattern RANGE =
      Pattern.compile("(\\S+?)\\s*\\.\\.\\s*(\\S+)(?:\\s+by\\s+(\\S+))?");
  private static final Pattern NUMBER =
      Pattern.compile("(-?[0-9]+(?:_+[0-9]+)*)(Ki|Mi|Gi|k|K|m|M)?");
  private static final Pattern POWER = Pattern.compile("([0-9]{1,2})\\^([0-9]{1,2})");

  private LevelList() {}

  /** The levels of a list, ranges expanded, each once. */
  static List<String> of(String text) {
    Set<String> levels = new LinkedHashSet<>();
    for (String item : split(text)) {
      levels.addAll(expanded(item));
      if (levels.size() > MOST) {
        throw new ConfigurationException("list: '" + text + "' (expected at most " + MOST + ")");
      }
    }
    return List.copyOf(levels);
  }

  /** Key sets: every list in braces is expanded in its place. */
  static List<String> keys(String text) {
    List<String> keys = new ArrayList<>();
    for (String item : split(text)) {
      int open = item.indexOf('{');
      int close = item.indexOf('}', open);
      if (open < 0) {
        keys.add(item);
      } else if (close < 0) {
        throw new ConfigurationException("keys: '" + item + "' (expected a closing brace)");
      } else {
        of(item.substring(open + 1, close))
            .forEach(n -> keys.add(item.substring(0, open) + n + item.substring(close + 1)));
      }
    }
    return List.copyOf(new LinkedHashSet<>(keys));
  }

  /** The items between commas that stand outside of braces. */
  static List<String> split(String text) {
    List<String> items = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ',' : text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (i == text.length() || c == ',' && depth <= 0) {
        items.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (items.stream().anyMatch(String::isEmpty)) {
      throw new ConfigurationException(
          "list: '" + text + "' (expected something on both sides of every comma)");
    }
    return items;
  }

  private static List<String> expanded(String item) {
    Matcher range = RANGE.matcher(item);
    if (item.contains("{") || !range.matches()) {
      return List.of(POWER.matcher(item).matches() ? Long.toString(number(item, item)) : item);
    }
    long low = number(range.group(1), item);
    long high = number(range.group(2), item);
    if (low > high) {
      throw wrong(item, "a range that ascends");
    }
    return steps(low, high, Optional.ofNullable(range.group(3)).orElse("1"), item);
  }

  private static List<String> steps(long low, long high, String step, String item) {
    double factor = factor(step, item);
    long difference = factor > 0 ? 0 : number(step, item);
    if (factor > 0 ? low < 1 : difference < 1) {
      throw wrong(item, "a step above 0, and 1 or more to multiply");
    }
    Set<String> levels = new LinkedHashSet<>();
    BigInteger last = BigInteger.valueOf(high);
    for (int i = 0; levels.size() <= MOST; i++) {
      BigInteger next = factor > 0 ? product(low, factor, i) : sum(low, difference, i);
      if (next.compareTo(last) > 0) {
        return List.copyOf(levels);
      }
      levels.add(next.toString());
    }
    throw wrong(item, "at most " + MOST + " numbers");
  }

  private static BigInteger sum(long low, long difference, int steps) {
    return BigInteger.valueOf(difference)
        .multiply(BigInteger.valueOf(steps))
        .add(BigInteger.valueOf(low));
  }

  /** Exact for whole factors, so that no seed of 64 bits is rounded. */
  private static BigInteger product(long low, double factor, int steps) {
    return factor == Math.rint(factor)
        ? BigInteger.valueOf((long) factor).pow(steps).multiply(BigInteger.valueOf(low))
        : new BigDecimal(Math.rint(low * Math.pow(factor, steps))).toBigInteger();
  }

  /** What the step multiplies by, 0 if it adds. */
  private static double factor(String step, String item) {
    return switch (step) {
      case "octave" -> 2;
      case "half-octave" -> Math.sqrt(2);
      default -> {
        if (!step.startsWith("x")) {
          yield 0;
        }
        long factor = number(step.substring(1), item);
        if (factor < 2) {
          throw wrong(item, "a factor of 2 or more behind 'by x'");
        }
        yield factor;
      }
    };
  }

  private static long number(String text, String item) {
    Matcher power = POWER.matcher(text);
    Matcher number = NUMBER.matcher(text);
    try {
      if (power.matches()) {
        return power(Long.parseLong(power.group(1)), Integer.parseInt(power.group(2)));
      }
      if (number.matches()) {
        String unit = Optional.ofNullable(number.group(2)).orElse("").toLowerCase(Locale.ROOT);
        return Math.multiplyExact(Long.parseLong(number.group(1).replace("_", "")), unit(unit));
      }
    } catch (ArithmeticException | NumberFormatException large) {
      throw wrong(item, "numbers of at most 63 bits");
    }
    throw wrong(
        item, "LOW..HIGH, with 'by STEP', 'by xFACTOR', 'by octave' or 'by half-octave' behind");
  }

  private static long power(long base, int exponent) {
    long result = 1;
    for (int i = 0; i < exponent; i++) {
      result = Math.multiplyExact(result, base);
    }
    return result;
  }

  private static long unit(String unit) {
    return switch (unit) {
      case "ki" -> 1L << 10;
      case "mi" -> 1L << 20;
      case "gi" -> 1L << 30;
      case "k" -> 1_000;
      case "m" -> 1_000_000;
      default -> 1;
    };
  }

  private static ConfigurationException wrong(String item, String expected) {
    return new ConfigurationException("range: '" + item + "' (expected " + expected + ")");
  }
}
