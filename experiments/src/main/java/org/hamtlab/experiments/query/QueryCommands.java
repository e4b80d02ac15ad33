package org.hamtlab.experiments.query;

import java.util.List;
import org.hamtlab.experiments.cli.CommandProvider;
import org.hamtlab.experiments.compare.CompareCommand;
import org.hamtlab.experiments.export.ExportCommand;

/** The commands that read bundles. */
public final class QueryCommands implements CommandProvider {

  /** Creates the provider. */
  public QueryCommands() {}

  @Override
  public List<Object> commands() {
    return List.of(new QueryCommand(), new CompareCommand(), new ExportCommand());
  }
}
