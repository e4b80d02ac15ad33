package org.hamtlab.experiments.sweep;

import java.nio.file.Path;

/** Shows a bundle to its reader. Implementations are found by {@link java.util.ServiceLoader}. */
public interface BundleReport {

  /**
   * Writes the report of a bundle that has been analysed.
   *
   * @param bundle the bundle's folder
   * @return the file written
   */
  Path write(Path bundle);
}
