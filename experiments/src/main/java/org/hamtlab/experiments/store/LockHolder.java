package org.hamtlab.experiments.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds a bundle: the text of its file {@code .lock}.
 *
 * @param host name of the machine
 * @param process number of the process there
 * @param since when it took the bundle, ISO 8601 in UTC
 */
record LockHolder(String host, long process, String since) {
  private static final Pattern TEXT =
      Pattern.compile("process (\\d{1,18}) on (\\S+) since (\\S+)\\s*");

  /** This process, now. */
  static LockHolder self() {
    return new LockHolder(
        localHost(),
        ProcessHandle.current().pid(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** The holder that a text names; empty if it names none. */
  static Optional<LockHolder> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new LockHolder(matcher.group(2), Long.parseLong(matcher.group(1)), matcher.group(3)))
        : Optional.empty();
  }

  boolean isHere() {
    return host.equals(localHost());
  }

  @Override
  public String toString() {
    return "process " + process + " on " + host + " since " + since;
  }

  private static String localHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
