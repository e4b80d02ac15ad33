package org.hamtlab.experiments.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The jobs that were submitted for a bundle, and with which options, in its folder {@code slurm}.
 * Its presence says that the bundle is worked on by a cluster.
 *
 * @param bundle the bundle's folder
 */
record Jobs(Path bundle) {
  /** Whether jobs were ever submitted for the bundle. */
  boolean exist() {
    return Files.exists(optionsFile());
  }

  /** Numbers of all jobs submitted so far. */
  List<String> submitted() throws IOException {
    return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
  }

  /** Keeps the options of {@code sbatch}, unless some were kept before and none are given. */
  void begin(List<String> options) throws IOException {
    Files.createDirectories(logs());
    if (!options.isEmpty() || !Files.exists(optionsFile())) {
      Files.write(optionsFile(), options);
    }
  }

  /** The options kept. */
  List<String> options() throws IOException {
    return Files.readAllLines(optionsFile());
  }

  /** Notes a job that was submitted. */
  void add(String job) throws IOException {
    Files.createDirectories(logs());
    Files.writeString(
        file(),
        job + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Where the tasks' output goes, one file a task. */
  Path logs() {
    return bundle.resolve("slurm");
  }

  private Path optionsFile() {
    return logs().resolve("options");
  }

  private Path file() {
    return logs().resolve("jobs");
  }
}
