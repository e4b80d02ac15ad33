package org.hamtlab.experiments.sweep;

import java.nio.file.Path;
import java.util.Optional;

/** Writes the page of a bundle. */
final class ReportWriter {
  private ReportWriter() {}

  static Optional<Path> write(Path bundle) {
    return Optional.empty();
  }
}
