package org.hamtlab.experiments.battery;

import java.util.List;
import org.hamtlab.experiments.cli.CommandProvider;

/** The command of the hash battery. */
public final class BatteryCommands implements CommandProvider {

  /** Creates the provider. */
  public BatteryCommands() {}

  @Override
  public List<Object> commands() {
    return List.of(new HashCommand());
  }
}
