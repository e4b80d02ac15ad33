package org.hamtlab.experiments.cli;

import java.util.List;
import org.hamtlab.experiments.battery.HashCommand;
import org.hamtlab.experiments.check.CheckCommand;
import org.hamtlab.experiments.cluster.ClusterTaskCommand;
import org.hamtlab.experiments.compare.CompareCommand;
import org.hamtlab.experiments.export.ExportCommand;
import org.hamtlab.experiments.huffman.HuffmanCommand;
import org.hamtlab.experiments.peer.PeersCommand;
import org.hamtlab.experiments.query.QueryCommand;
import org.hamtlab.experiments.report.figure.FiguresCommand;
import org.hamtlab.experiments.sweep.command.AblateCommand;
import org.hamtlab.experiments.sweep.command.ReportCommand;
import org.hamtlab.experiments.sweep.command.ResumeCommand;
import org.hamtlab.experiments.sweep.command.SweepCommand;

/** All commands of this module, in the order in which the help lists them. */
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
        new CheckCommand(),
        new BenchCommand(),
        new PeersCommand(),
        new HashCommand(),
        new QueryCommand(),
        new CompareCommand(),
        new ExportCommand(),
        new HuffmanCommand());
  }
}
