package org.hamtlab.experiments.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a bundle's samples for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a bundle's samples for other programs.",
      "jmh: JMH's JSON, which its viewers open; csv and parquet: a row for each sample."
    })
public final class ExportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "The bundle's folder.")
  private Path dir;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "jmh|csv|parquet",
      description = "What is written.")
  private String format;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path file;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public ExportCommand() {}

  @Override
  public Integer call() {
    ExportFormat chosen = format();
    BundleFiles files = new BundleFiles(dir);
    files.requireFrozenPlan();
    if (Files.exists(file)) {
      throw new ConfigurationException(
          "--out: '" + file + "' exists (expected a new file). Remove it, or choose another name.");
    }
    write(chosen, files);
    spec.commandLine().getOut().println("Exported: " + file);
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** Beside its place first, so that nobody opens half a file. */
  private void write(ExportFormat chosen, BundleFiles files) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      chosen.write(files, part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new BundleException(
          "--out: '"
              + file
              + "' cannot be written ("
              + e.getMessage()
              + "). Choose a folder that exists and has room.",
          e);
    } finally {
      remove(part);
    }
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new BundleException(part + ": cannot be removed (" + e + "). Remove it.", e);
    }
  }

  private ExportFormat format() {
    return Arrays.stream(ExportFormat.values())
        .filter(known -> name(known).equals(format))
        .findFirst()
        .orElseThrow(() ->
            new ConfigurationException(
                "--format: '"
                    + format
                    + "' is not known (expected "
                    + Arrays.stream(ExportFormat.values())
                        .map(ExportCommand::name)
                        .collect(Collectors.joining(", "))
                    + ")."));
  }

  private static String name(ExportFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
