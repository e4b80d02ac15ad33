package org.hamtlab.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Parameter;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;

/**
 * The strategies as a Markdown table, from the one declaration of each: the table of the README.
 */
final class MarkdownTable {
  private MarkdownTable() {}

  static void print(Registry registry, List<Axis> axes, PrintWriter out) {
    out.println("| strategy | what it is | parameters and their defaults |");
    out.println("|---|---|---|");
    for (Axis axis : axes) {
      for (StrategyProvider provider : registry.providers(axis)) {
        out.printf(
            "| `%s=%s` | %s | %s |%n",
            axis.key(), provider.id(), cell(provider.summary()), parameters(provider));
      }
    }
  }

  private static String parameters(StrategyProvider provider) {
    return provider.parameters().stream()
        .map(MarkdownTable::parameter)
        .collect(Collectors.joining(" "));
  }

  private static String parameter(Parameter<?> parameter) {
    return "`" + cell(parameter.name() + "=" + parameter.defaultText()) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
