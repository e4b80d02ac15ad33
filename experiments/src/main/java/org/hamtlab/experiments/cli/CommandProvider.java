package org.hamtlab.experiments.cli;

import java.util.List;

/**
 * Adds commands to the command line. ServiceLoader finds providers, so a module adds commands
 * without being seen by this one.
 */
public interface CommandProvider {

  /** New command objects, annotated for picocli. */
  List<Object> commands();
}
