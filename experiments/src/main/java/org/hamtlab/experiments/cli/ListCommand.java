package org.hamtlab.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hamtlab.config.Axis;
import org.hamtlab.config.Condition;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Trait;
import org.hamtlab.config.Traits;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.terminal.Table;
import org.hamtlab.registry.Combination;
import org.hamtlab.registry.Registry;
import org.hamtlab.spi.StrategyProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what is installed: strategies of third parties too. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists strategies with their parameters, presets, or combinations.")
public final class ListCommand implements Callable<Integer> {
  private static final String PRESETS = "presets";
  private static final String COMBINATIONS = "combinations";

  @Parameters(
      arity = "0..1",
      paramLabel = "AXIS",
      description = "hash, layout, allocator, compression, presets or combinations.")
  private String what;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Option(names = "--markdown", description = "Prints strategies as the table of the README.")
  private boolean markdown;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public ListCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Registry registry = Registry.installed();
    if (markdown) {
      requireStrategies();
      MarkdownTable.print(registry, axes(), out);
    } else if (PRESETS.equals(what)) {
      presets(registry, out);
    } else if (COMBINATIONS.equals(what)) {
      combinations(registry, out);
    } else {
      strategies(registry, axes(), out);
    }
    out.flush();
    return 0;
  }

  private void requireStrategies() {
    if (json || PRESETS.equals(what) || COMBINATIONS.equals(what)) {
      throw new ConfigurationException(
          "list: --markdown prints strategies (expected an axis or none beside it). Leave out "
              + (json ? "--json" : "'" + what + "'")
              + ".");
    }
  }

  private List<Axis> axes() {
    if (what == null) {
      return List.of(Axis.values());
    }
    List<Axis> chosen =
        Arrays.stream(Axis.values()).filter(axis -> axis.key().equals(what)).toList();
    if (chosen.isEmpty()) {
      throw new ConfigurationException(
          "list: '"
              + what
              + "' (expected hash, layout, allocator, compression, presets or combinations).");
    }
    return chosen;
  }

  // ---- strategies

  private void strategies(Registry registry, List<Axis> axes, PrintWriter out) {
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (Axis axis : axes) {
        object.put(
            axis.key(),
            registry.providers(axis).stream().map(each -> fields(registry, axis, each)).toList());
      }
      out.print(Json.pretty(object));
      return;
    }
    for (Axis axis : axes) {
      for (StrategyProvider provider : registry.providers(axis)) {
        strategy(registry, axis, provider, out);
      }
    }
  }

  private static void strategy(
      Registry registry, Axis axis, StrategyProvider provider, PrintWriter out) {
    out.println(axis + "=" + provider.id());
    out.println("  " + provider.summary());
    Table table = new Table();
    for (Parameter<?> parameter : provider.parameters()) {
      table.row(
          "    " + parameter.name(),
          parameter.defaultText(),
          parameter.range() + (parameter.unit().isEmpty() ? "" : " " + parameter.unit()),
          parameter.sentence()
              + onlyWith(parameter).map(it -> " Only with " + it + ".").orElse(""));
    }
    table.print(out);
    Traits traits = provider.traits(registry.defaults(axis, provider.id()).settings());
    String needs = names(traits.needs());
    String offers = names(traits.offers());
    String passes = names(traits.passes());
    out.println(
        "  "
            + (needs.isEmpty() ? "" : "needs " + needs + "; ")
            + (offers.isEmpty() ? "" : "offers " + offers + "; ")
            + (passes.isEmpty() ? "" : "offers " + passes + " if its parent does; ")
            + "source: "
            + provider.source()
            + "; from "
            + origin(provider));
    out.println();
  }

  private static Optional<String> onlyWith(Parameter<?> parameter) {
    return parameter.condition().map(Condition::toString);
  }

  private static String names(java.util.Set<Trait> traits) {
    return traits.stream().map(Trait::name).sorted().collect(Collectors.joining(", "));
  }

  private static String origin(StrategyProvider provider) {
    var source = provider.getClass().getProtectionDomain().getCodeSource();
    return source == null
        ? provider.getClass().getModule().toString()
        : source
            .getLocation()
            .getPath()
            .replaceFirst("/target/classes/?$", "")
            .replaceFirst(".*/", "");
  }

  private static Map<String, Object> fields(
      Registry registry, Axis axis, StrategyProvider provider) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Traits traits = provider.traits(registry.defaults(axis, provider.id()).settings());
    fields.put("id", provider.id().value());
    fields.put("summary", provider.summary());
    fields.put("source", provider.source());
    fields.put("origin", origin(provider));
    fields.put("needs", names(traits.needs()));
    fields.put("offers", names(traits.offers()));
    fields.put("passes", names(traits.passes()));
    List<Map<String, String>> parameters = new ArrayList<>();
    for (Parameter<?> parameter : provider.parameters()) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("name", parameter.name());
      row.put("unit", parameter.unit());
      row.put("range", parameter.range());
      row.put("default", parameter.defaultText());
      row.put("sentence", parameter.sentence());
      onlyWith(parameter).ifPresent(condition -> row.put("onlyWith", condition));
      parameters.add(row);
    }
    fields.put("parameters", parameters);
    return fields;
  }

  // ---- presets and combinations

  private void presets(Registry registry, PrintWriter out) {
    Map<String, String> phrases = new LinkedHashMap<>();
    registry.presets().keySet().stream()
        .sorted()
        .forEach(name -> phrases.put("@" + name, registry.resolve("@" + name).phrase()));
    if (json) {
      out.print(Json.pretty(phrases));
    } else {
      phrases.forEach((name, phrase) -> out.println(name + "\n  " + phrase));
    }
  }

  private void combinations(Registry registry, PrintWriter out) {
    List<Combination> all = registry.combinations();
    if (json) {
      out.print(Json.pretty(all.stream().map(ListCommand::fields).toList()));
      return;
    }
    new CombinationTable(registry, out).print(all);
  }

  private static Map<String, Object> fields(Combination combination) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("phrase", combination.treatment().phrase());
    fields.put("valid", combination.isPossible());
    fields.put("reason", combination.exclusion().orElse(null));
    return fields;
  }
}
