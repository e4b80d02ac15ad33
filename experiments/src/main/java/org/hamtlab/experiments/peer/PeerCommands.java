package org.hamtlab.experiments.peer;

import java.util.List;
import org.hamtlab.experiments.cli.CommandProvider;

/** The commands that compare with other libraries. */
public final class PeerCommands implements CommandProvider {

  /** Creates the provider. */
  public PeerCommands() {}

  @Override
  public List<Object> commands() {
    return List.of(new PeersCommand());
  }
}
