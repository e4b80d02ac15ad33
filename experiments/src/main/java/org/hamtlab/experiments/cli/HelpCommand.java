package org.hamtlab.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamtlab.config.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a command: {@code hamt help sweep} prints what {@code hamt sweep --help} prints. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    description = "Explains the command named, or all of them.")
public final class HelpCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "A command, and one below it.")
  private List<String> path = new ArrayList<>();

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public HelpCommand() {}

  @Override
  public Integer call() {
    CommandLine found = spec.root().commandLine();
    for (String name : path) {
      CommandLine next = found.getSubcommands().get(name);
      if (next == null) {
        throw new ConfigurationException(
            "help: '"
                + name
                + "' is not a command. There: "
                + String.join(", ", found.getSubcommands().keySet().stream().sorted().toList())
                + ". Name one of them, or none for all.");
      }
      found = next;
    }
    found.usage(spec.commandLine().getOut());
    return 0;
  }
}
