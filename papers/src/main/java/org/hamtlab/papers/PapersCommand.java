package org.hamtlab.papers;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hamtlab.experiments.store.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Re-tests claims and prints their verdicts. A refuted claim is a result, not a failure. */
@Command(
    name = "papers",
    mixinStandardHelpOptions = true,
    description = "Re-tests published claims and prints verdicts.")
public final class PapersCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "ID", description = "Claims (default: all).")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--json", description = "Prints one JSON object a claim.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public PapersCommand() {}

  @Override
  public Integer call() {
    List<Claim> claims = ids.isEmpty() ? Claims.all() : ids.stream().map(Claims::of).toList();
    PrintWriter out = spec.commandLine().getOut();
    for (Claim claim : claims) {
      Claim.Result result = claim.test();
      if (json) {
        out.println(Json.line(fields(claim, result)));
      } else {
        print(claim, result, out);
      }
    }
    out.flush();
    return 0;
  }

  private static void print(Claim claim, Claim.Result result, PrintWriter out) {
    out.println(claim.id() + "  " + result.verdict());
    out.println("  claim     " + claim.statement());
    out.println("  source    " + claim.source());
    out.println("  rule      " + claim.rule());
    out.println("  measured  " + result.measured());
    out.println("  command   " + claim.command());
  }

  private static Map<String, Object> fields(Claim claim, Claim.Result result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", claim.id());
    fields.put("claim", claim.statement());
    fields.put("verdict", result.verdict().name().replace('_', ' '));
    fields.put("rule", claim.rule());
    fields.put("measured", result.measured());
    fields.put("ciLow", result.ciLow());
    fields.put("ciHigh", result.ciHigh());
    fields.put("threshold", claim.threshold());
    fields.put("command", claim.command());
    return fields;
  }
}
