package org.hamtlab.papers;

import java.util.List;
import org.hamtlab.experiments.cli.CommandProvider;

/** Adds the command {@code papers} to the command line. */
public final class PaperCommands implements CommandProvider {

  /** Creates the provider. */
  public PaperCommands() {}

  @Override
  public List<Object> commands() {
    return List.of(new PapersCommand());
  }
}
