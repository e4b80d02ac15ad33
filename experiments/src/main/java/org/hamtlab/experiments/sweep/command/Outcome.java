package org.hamtlab.experiments.sweep.command;

import java.io.PrintStream;
import java.util.ServiceLoader;
import org.hamtlab.experiments.analysis.Analyzer;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Remaining;
import org.hamtlab.experiments.sweep.BundleReport;

/** What comes after measuring: analysis, report, summary and exit status. */
public final class Outcome {
  private Outcome() {}

  /** Re-makes all that is derived and prints the summary; the exit status. */
  public static int conclude(BundleFiles files, PrintStream out) {
    Analysis analysis = Analyzer.analyse(files);
    files.write(analysis);
    out.print(Summary.of(files, analysis));
    out.println("Bundle: " + files.dir());
    for (BundleReport report : ServiceLoader.load(BundleReport.class)) {
      out.println("Report: " + report.write(files.dir()));
    }
    boolean checksFailed = !Remaining.refused(files.failures().read()).isEmpty();
    return checksFailed || analysis.cells().isEmpty() ? 1 : 0;
  }
}
