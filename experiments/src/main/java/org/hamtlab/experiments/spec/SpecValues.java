package org.hamtlab.experiments.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamtlab.config.ConfigurationException;

/** Reads the values of ordinary keys. */
final class SpecValues {
  private static final Pattern REPLICATES =
      Pattern.compile("(\\d{1,4})(?:\\s*\\.\\.\\s*(\\d{1,4}))?");
  private static final Pattern STOP =
      Pattern.compile("(?:interval\\s+(\\S+?))?\\s*(?:within\\s+(\\S+))?");
  private static final Pattern REPEATED = Pattern.compile("(\\d{1,4})\\s*x\\s*(\\S+)");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)(%?)");

  private SpecValues() {}

  /** Least and most replicates. */
  record Count(int least, int most) {}

  /** When measuring ends: width of intervals as a share, seconds; 0 for no such rule. */
  record Stop(double width, long seconds) {}

  /** So many iterations of such a length. */
  record Repeated(int times, int millis) {}

  static long whole(String key, String text) {
    try {
      return Long.parseLong(text.replace("_", ""));
    } catch (NumberFormatException malformed) {
      throw wrong(key, text, "a whole number");
    }
  }

  static int within(String key, String text, int low, int high) {
    long number = whole(key, text);
    if (number < low || number > high) {
      throw wrong(key, text, low + ".." + high);
    }
    return (int) number;
  }

  static boolean yes(String key, String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw wrong(key, text, "yes or no");
    };
  }

  static double share(String key, String text) {
    Matcher share = SHARE.matcher(text);
    if (share.matches()) {
      double value = Double.parseDouble(share.group(1)) / (share.group(2).isEmpty() ? 1 : 100);
      if (value > 0 && value < 1) {
        return value;
      }
    }
    throw wrong(key, text, "a share above 0 and below 1, such as 2% or 0.02");
  }

  static Count replicates(String text) {
    Matcher range = REPLICATES.matcher(text);
    if (range.matches()) {
      int least = Integer.parseInt(range.group(1));
      int most = range.group(2) == null ? least : Integer.parseInt(range.group(2));
      if (least > 0 && least <= most) {
        return new Count(least, most);
      }
    }
    throw wrong("replicates", text, "a number above 0, or LEAST..MOST such as 3..12");
  }

  static Stop stop(String text) {
    Matcher stop = STOP.matcher(text);
    if (!stop.matches() || text.isBlank()) {
      throw wrong("stop", text, "interval WIDTH, within TIME or both: interval 2% within 20m");
    }
    return new Stop(
        stop.group(1) == null ? 0 : share("stop", stop.group(1)),
        stop.group(2) == null ? 0 : Math.max(1, duration("stop", stop.group(2)) / 1000));
  }

  static Repeated repeated(String key, String text) {
    Matcher repeated = REPEATED.matcher(text);
    if (!repeated.matches() || Integer.parseInt(repeated.group(1)) < 1) {
      throw wrong(key, text, "COUNT x TIME, such as 4 x 50ms");
    }
    return new Repeated(
        Integer.parseInt(repeated.group(1)),
        (int) Math.min(Integer.MAX_VALUE, duration(key, repeated.group(2))));
  }

  /** Milliseconds. */
  static long duration(String key, String text) {
    Matcher duration = DURATION.matcher(text);
    if (!duration.matches() || Long.parseLong(duration.group(1)) < 1) {
      throw wrong(key, text, "a time such as 50ms, 90s, 20m or 2h");
    }
    long number = Long.parseLong(duration.group(1));
    return switch (duration.group(2)) {
      case "ms" -> number;
      case "s" -> number * 1000;
      case "m" -> number * 60_000;
      default -> number * 3_600_000;
    };
  }

  private static ConfigurationException wrong(String key, String text, String expected) {
    return new ConfigurationException(key + ": '" + text + "' (expected " + expected + ")");
  }
}
