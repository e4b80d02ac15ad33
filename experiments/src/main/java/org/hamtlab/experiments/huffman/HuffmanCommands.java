package org.hamtlab.experiments.huffman;

import java.util.List;
import org.hamtlab.experiments.cli.CommandProvider;

/** The command of the shared-allocator workload. */
public final class HuffmanCommands implements CommandProvider {

  /** Creates the provider. */
  public HuffmanCommands() {}

  @Override
  public List<Object> commands() {
    return List.of(new HuffmanCommand());
  }
}
