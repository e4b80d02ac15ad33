package org.hamtlab.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.count.CanonicalForm;
import org.hamtlab.experiments.count.CountReport;
import org.hamtlab.experiments.count.Localities;
import org.hamtlab.experiments.count.Verdict;
import org.hamtlab.experiments.key.KeySpec;
import org.hamtlab.experiments.key.Keys;
import org.hamtlab.experiments.store.Distribution;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.store.Locality;
import org.hamtlab.experiments.terminal.Table;
import org.hamtlab.registry.Registry;
import org.hamtlab.shape.Estimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Builds a map key by key and prints its deterministic counters beside the oracle's, what is at
 * fault where they differ, and whether the structure is canonical.
 *
 * <p><b>Cost.</b> Four more maps of the same keys for the canonical form, and the maps under a
 * perfect hash.
 */
@Command(
    name = "count",
    mixinStandardHelpOptions = true,
    description = "Counts shape, allocator and bytes of a filled map, beside the shape oracle.")
public final class CountCommand implements Callable<Integer> {
  private static final int MOST_TRIES = 100_000;

  @Parameters(arity = "1..*", paramLabel = "PHRASE", description = "The composition.")
  private List<String> phrase = new ArrayList<>();

  @Option(names = "--keys", required = true, paramLabel = "KEYS", description = "The keys.")
  private String keys;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description =
          "Maps filled under a perfect hash for comparison, 0 for none (default: a million entries"
              + " in sum, but 10 to 1000 maps).")
  private Integer tries;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public CountCommand() {}

  @Override
  public Integer call() {
    Registry registry = Registry.installed();
    KeySpec keySpec = KeySpec.parse(keys);
    List<Object> chosen = Keys.of(keySpec);
    int drawn = tries(chosen.size());
    CountReport report;
    try (MapProgress progress =
        new MapProgress(chosen.size(), CountReport.mapsWith(drawn), spec.commandLine().getErr())) {
      report =
          CountReport.of(
              registry,
              registry.possible(String.join(" ", phrase)),
              keySpec.toString(),
              chosen,
              drawn,
              progress::step);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.pretty(report.fields()));
    } else {
      print(report, out);
    }
    out.flush();
    return report.hasFailed() ? 1 : 0;
  }

  private int tries(int entries) {
    if (tries == null) {
      return CountReport.triesFor(entries);
    }
    if (tries < 0 || tries == 1 || tries > MOST_TRIES) {
      throw new ConfigurationException(
          "tries: "
              + tries
              + " (expected 0 or 2.."
              + MOST_TRIES
              + " maps; one has no deviation). Leave it out for a number that suits the keys.");
    }
    return tries;
  }

  private static void print(CountReport report, PrintWriter out) {
    Map<String, Object> fields = report.counters().fields();
    out.println(fields.get("phrase"));
    out.println("keys " + fields.get("keys"));
    out.println();
    Table table = new Table().row("counter", "measured", "expected", "sd", "z", "by");
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      if (field.getValue() instanceof Number measured) {
        table.row(cells(field.getKey(), measured, report.predictions().get(field.getKey())));
      }
    }
    table.print(out);
    out.println();
    out.println("expected: what a perfect hash would give; z: distance in standard deviations;");
    out.println(
        "by: closed form, simulated tries, or "
            + report.perfectMaps()
            + " drawn maps: this composition under a perfect hash.");
    out.println();
    printLocality(report.locality(), out);
    out.println();
    if (report.equalHashCodes() > 0) {
      out.println("equal hash codes: " + number(report.equalHashCodes()) + ", before any mixing");
    }
    out.println("canonical: " + canonical(report.canonical()));
    Verdict verdict = report.verdict();
    out.println("fault: " + verdict.fault().key() + " (" + verdict.sentence() + ")");
  }

  private static void printLocality(Locality locality, PrintWriter out) {
    Table table = new Table().row("distribution", "mean", "p50", "p99", "max");
    Localities.distributions(locality)
        .forEach((name, value) -> {
          if (value instanceof Distribution numbers) {
            table.row(
                name,
                number(numbers.mean()),
                number(numbers.p50()),
                number(numbers.p99()),
                number(numbers.max()));
          } else {
            table.row(name, value.toString());
          }
        });
    table.print(out);
    out.println();
    out.println("lines of 64 bytes, pages of 4,096: of the whole blocks from the root to a key;");
    long left = locality.nodesNotAddressed().orElse(0L);
    if (left > 0 && locality.linesPerPath().isPresent()) {
      out.println("left out: " + number(left) + " node(s) whose address is not known;");
    }
    out.println("distance: requests from a block's free to the next grant of its address.");
  }

  private static String canonical(CanonicalForm form) {
    return switch (form.answer()) {
      case YES ->
          "yes (equal after five histories, of a map and of versions; sha-256 "
              + form.digest().substring(0, 16)
              + "…)";
      case NO, UNKNOWN -> form.answer().key() + " (" + form.detail() + ")";
      case NOT_DECLARED -> form.answer().key();
    };
  }

  private static String[] cells(String name, Number measured, Estimate estimate) {
    if (estimate == null) {
      return new String[] {name, number(measured)};
    }
    return new String[] {
      name,
      number(measured),
      number(estimate.expected()),
      number(estimate.sd()),
      estimate
          .whyNoDistance(measured.doubleValue())
          .orElseGet(() -> number(estimate.z(measured.doubleValue()))),
      estimate.method().key()
    };
  }

  private static String number(Number number) {
    if (!(number instanceof Double || number instanceof Float)) {
      return String.format(Locale.ROOT, "%,d", number.longValue());
    }
    double value = number.doubleValue();
    boolean isSmall = value != 0 && Math.abs(value) < 0.01;
    return String.format(Locale.ROOT, isSmall ? "%.2e" : "%,.4f", value == 0 ? 0.0 : value);
  }
}
