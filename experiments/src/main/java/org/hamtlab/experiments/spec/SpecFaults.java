package org.hamtlab.experiments.spec;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.config.ConfigurationException;

/** Everything that is wrong with one sweep file, each fault with its line. */
final class SpecFaults {
  private final String file;
  private final List<Fault> found = new ArrayList<>();

  SpecFaults(String file) {
    this.file = file;
  }

  private record Fault(int line, String sentence) {}

  /** Adds a fault; line 0 stands for the file as a whole. */
  void add(int line, String sentence) {
    Fault fault = new Fault(line, sentence);
    if (!found.contains(fault)) {
      found.add(fault);
    }
  }

  /** Adds the sentences of an error, one a line. */
  void add(int line, ConfigurationException error) {
    error.getMessage().lines().forEach(sentence -> add(line, sentence));
  }

  /** Runs something whose errors belong to a line; whether it went well. */
  boolean check(int line, Runnable action) {
    try {
      action.run();
      return true;
    } catch (ConfigurationException error) {
      add(line, error);
      return false;
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort((a, b) -> Integer.compare(a.line, b.line));
      throw new ConfigurationException(String.join("\n", found.stream().map(this::shown).toList()));
    }
  }

  private String shown(Fault fault) {
    String place = fault.line == 0 ? file : file + ":" + fault.line;
    return fault.sentence.endsWith(")")
        ? fault.sentence + " at " + place
        : fault.sentence + " At " + place + ".";
  }
}
