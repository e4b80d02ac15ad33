package org.hamtlab.experiments.cli;

import java.util.Optional;
import java.util.ServiceLoader;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.spi.AllocationException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The entry point of the command line. */
@Command(
    name = "hamt",
    mixinStandardHelpOptions = true,
    version = "hamtlab 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Assembles hash array mapped tries from plug-ins and tells what each choice is worth.",
    footer = {"", "Also: 'hamt test' builds everything and runs all tests."},
    subcommands = {AutoComplete.GenerateCompletion.class, HelpCommand.class})
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] args) {
    plainWarnings();
    try {
      System.exit(commandLine().execute(args));
    } catch (OutOfMemoryError exhausted) {
      System.err.printf(
          "hamt: out of memory: the heap holds %,d MiB (expected room for the whole map). Ask for"
              + " fewer keys, or give more with HAMT_JAVA_OPTS=-Xmx8g.%n",
          Runtime.getRuntime().maxMemory() >> 20);
      System.exit(FAILED);
    }
  }

  /** Warnings of strategies are for the user: one line each, without time and class. */
  private static void plainWarnings() {
    String key = "java.util.logging.SimpleFormatter.format";
    if (System.getProperty(key) == null) {
      System.setProperty(key, "hamt: %5$s%n");
    }
  }

  /** The command line with all commands installed. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
      provider.commands().forEach(line::addSubcommand);
    }
    // As a help command it would accept unknown options.
    line.getSubcommands().get("generate-completion").getCommandSpec().helpCommand(false);
    // 'bench' hands unknown arguments to JMH; the commands below it must not inherit that.
    line.getSubcommands().values().stream()
        .flatMap(command -> command.getSubcommands().values().stream())
        .forEach(command -> command.setUnmatchedArgumentsAllowed(false));
    line.setExecutionStrategy(Main::execute);
    line.setExecutionExceptionHandler(Main::explain);
    line.setUsageHelpAutoWidth(true);
    return line;
  }

  private static int execute(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    refuseWordsOfNobody(parsed);
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Words for 'bench' before a command below it would be read by neither. */
  private static void refuseWordsOfNobody(ParseResult parsed) {
    if (!parsed.hasSubcommand()) {
      return;
    }
    ParseResult below = parsed.subcommand();
    if (!parsed.unmatched().isEmpty()) {
      CommandSpec command = below.commandSpec();
      String message =
          "%s: %s before '%s' (expected nothing there). '%s --help' lists what it takes."
              .formatted(
                  parsed.commandSpec().name(),
                  String.join(" ", parsed.unmatched()),
                  command.name(),
                  command.qualifiedName());
      throw new ExecutionException(
          command.commandLine(), message, new ConfigurationException(message));
    }
    refuseWordsOfNobody(below);
  }

  private static int explain(Exception failure, CommandLine line, ParseResult arguments) {
    if (failure instanceof ConfigurationException || failure instanceof BundleException) {
      line.getErr().println(failure.getMessage());
      return WRONG_USAGE;
    }
    if (failure instanceof AllocationException) {
      line.getErr().println(failure.getMessage());
      return FAILED;
    }
    Optional<FailedStrategy> strategy = FailedStrategy.in(failure);
    if (strategy.isPresent()) {
      line.getErr().println(strategy.get().sentence());
      return FAILED;
    }
    line.getErr().println("hamt: a fault of hamtlab or of a plug-in, not of the command:");
    failure.printStackTrace(line.getErr());
    return FAILED;
  }
}
