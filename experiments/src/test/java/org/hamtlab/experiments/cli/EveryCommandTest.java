package org.hamtlab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What every command and subcommand owes its user, those of other modules included. */
class EveryCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  static Stream<List<String>> commands() {
    return below(Main.commandLine(), List.of());
  }

  private static Stream<List<String>> below(CommandLine line, List<String> path) {
    return Stream.concat(
        Stream.of(path),
        line.getSubcommands().entrySet().stream()
            .flatMap(command -> {
              List<String> longer = new ArrayList<>(path);
              longer.add(command.getKey());
              return below(command.getValue(), longer);
            }));
  }

  private int run(List<String> path, String argument) {
    List<String> words = new ArrayList<>(path);
    words.add(argument);
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void explainsItself(List<String> path) {
    assertThat(run(path, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: " + String.join(" ", with("hamt", path)));
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void refusesAnUnknownOption(List<String> path) {
    assertThat(run(path, "--nonsense")).isEqualTo(2);
    assertThat(err.toString()).isNotEmpty();
    assertThat(out.toString()).isEmpty();
  }

  private static List<String> with(String first, List<String> rest) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }
}
