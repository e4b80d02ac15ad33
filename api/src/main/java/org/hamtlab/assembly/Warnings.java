package org.hamtlab.assembly;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the strategies of one family of maps told the user, so that nothing is told twice. */
public final class Warnings {
  private static final System.Logger LOGGER = System.getLogger("org.hamtlab");

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Creates the warnings of a family that has told nothing. */
  public Warnings() {}

  /** Logs a message, unless the family did before. */
  public void warn(String message) {
    if (told.add(message)) {
      LOGGER.log(Level.WARNING, message);
    }
  }
}
