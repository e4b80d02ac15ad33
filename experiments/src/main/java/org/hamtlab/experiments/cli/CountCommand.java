package org.hamtlab.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hamtlab.experiments.count.Counters;
import org.hamtlab.experiments.key.KeySpec;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Estimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds a map key by key and prints its deterministic counters beside the oracle's. */
@Command(
    name = "count",
    mixinStandardHelpOptions = true,
    description = "Counts shape, allocator and bytes of a filled map, beside the shape oracle.")
public final class CountCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "PHRASE", description = "The composition.")
  private List<String> phrase = new ArrayList<>();

  @Option(names = "--keys", required = true, paramLabel = "KEYS", description = "The keys.")
  private String keys;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public CountCommand() {}

  @Override
  public Integer call() {
    Registry registry = Registry.installed();
    KeySpec keySpec = KeySpec.parse(keys);
    Counters counters =
        Counters.of(registry, registry.resolve(phrase), keySpec.toString(), Keys.of(keySpec));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(counters.fields()));
    } else {
      print(counters, out);
    }
    out.flush();
    return 0;
  }

  private static void print(Counters counters, PrintWriter out) {
    out.println(counters.fields().get("phrase"));
    out.println("keys " + counters.fields().get("keys"));
    out.println();
    Table table = new Table().row("counter", "measured", "expected", "sd", "z");
    for (Map.Entry<String, Object> field : counters.fields().entrySet()) {
      if (field.getValue() instanceof Number measured) {
        table.row(cells(field.getKey(), measured, counters.predictions().get(field.getKey())));
      }
    }
    table.print(out);
    out.println();
    out.println("expected: what a perfect hash would give; z: distance in standard deviations.");
  }

  private static String[] cells(String name, Number measured, Estimate estimate) {
    if (estimate == null) {
      return new String[] {name, number(measured)};
    }
    boolean hasDeviation = !Double.isNaN(estimate.sd());
    return new String[] {
      name,
      number(measured),
      number(estimate.expected()),
      hasDeviation ? number(estimate.sd()) : "–",
      hasDeviation ? number(estimate.z(measured.doubleValue())) : "–"
    };
  }

  private static String number(Number number) {
    return number instanceof Double || number instanceof Float
        ? String.format(Locale.ROOT, "%,.4f", number.doubleValue())
        : String.format(Locale.ROOT, "%,d", number.longValue());
  }
}
