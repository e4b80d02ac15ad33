package org.hamtlab.experiments.report.figure;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hamtlab.experiments.store.BundleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes static figures of a bundle for use in a paper. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description =
        "Writes a bundle's figures for a paper: SVG, and pgfplots .tex with the numbers as .csv.")
public final class FiguresCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "The bundle's folder.")
  private Path dir;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where to (default: figures in the bundle's folder).")
  private Path folder;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public FiguresCommand() {}

  @Override
  public Integer call() {
    new BundleFiles(dir).requireFrozenPlan();
    PrintWriter out = spec.commandLine().getOut();
    Figures.write(dir, folder == null ? dir.resolve("figures") : folder).forEach(out::println);
    out.flush();
    return 0;
  }
}
