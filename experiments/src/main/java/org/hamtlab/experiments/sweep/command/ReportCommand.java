package org.hamtlab.experiments.sweep.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hamtlab.experiments.store.BundleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes analysis and report again from the raw files. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Makes analysis and report again from a bundle's raw files.")
public final class ReportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "The bundle's folder.")
  private Path dir;

  @Override
  public Integer call() throws InterruptedException {
    return Faults.shown(() -> {
      BundleFiles files = new BundleFiles(dir);
      files.plan();
      files.verifyPlan();
      return Outcome.conclude(files, System.out);
    });
  }
}
