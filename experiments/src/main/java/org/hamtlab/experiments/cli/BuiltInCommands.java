package org.hamtlab.experiments.cli;

import java.util.List;
import org.hamtlab.experiments.cluster.ClusterTaskCommand;
import org.hamtlab.experiments.report.figure.FiguresCommand;
import org.hamtlab.experiments.sweep.AblateCommand;
import org.hamtlab.experiments.sweep.ReportCommand;
import org.hamtlab.experiments.sweep.ResumeCommand;
import org.hamtlab.experiments.sweep.SweepCommand;

/** The commands of this module. */
public final class BuiltInCommands implements CommandProvider {

  /** Creates the provider. */
  public BuiltInCommands() {}

  @Override
  public List<Object> commands() {
    return List.of(
        new SweepCommand(),
        new ResumeCommand(),
        new AblateCommand(),
        new ClusterTaskCommand(),
        new ReportCommand(),
        new FiguresCommand(),
        new ListCommand(),
        new CountCommand(),
        new ExplainCommand(),
        new BenchCommand());
  }
}
