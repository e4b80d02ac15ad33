package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.hamtlab.experiments.analysis.Analyzer;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Remaining;

/** What comes after measuring: analysis, report, summary and exit status. */
final class Outcome {
  private Outcome() {}

  /** Re-makes all that is derived and prints the summary; the exit status. */
  static int conclude(BundleFiles files, PrintStream out) {
    Analysis analysis = Analyzer.analyse(files);
    files.write(analysis);
    Optional<Path> report = ReportWriter.write(files.dir());
    out.print(Summary.of(files, analysis));
    out.println("Bundle: " + files.dir());
    report.ifPresent(path -> out.println("Report: " + path));
    boolean checksFailed = !Remaining.refused(files.failures().read()).isEmpty();
    return checksFailed || analysis.cells().isEmpty() ? 1 : 0;
  }
}
