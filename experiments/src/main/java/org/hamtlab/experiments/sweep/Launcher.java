package org.hamtlab.experiments.sweep;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands that a reader can paste: the launcher as it was called, words quoted where needed. */
public final class Launcher {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+");

  private Launcher() {}

  /** The command line of a command. */
  public static String command(String... words) {
    String launcher = quoted(System.getProperty("hamt.launcher", "./hamt"));
    return launcher
        + Arrays.stream(words).map(word -> " " + quoted(word)).collect(Collectors.joining());
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
