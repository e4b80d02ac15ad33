package org.hamtlab.experiments.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hamtlab.experiments.check.ContractResult.Failure;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.terminal.Table;
import org.hamtlab.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Runs the contracts of the testkit over the strategies that jars of third parties register: that
 * of the axis, and those of maps and versions with the strategy in {@code @default} and
 * {@code @addressed}.
 *
 * <p><b>Cost.</b> Some ten seconds a strategy.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Runs the contracts over the strategies of third-party jars.",
    footer = {
      "",
      "Exit status: 0 all kept, 1 a contract is broken, 2 no jar, no provider, or an id twice."
    })
public final class CheckCommand implements Callable<Integer> {
  private static final int MOST_LINES = 12;

  @Parameters(arity = "1..*", paramLabel = "JAR", description = "The jars, with what they need.")
  private List<Path> jars = new ArrayList<>();

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public CheckCommand() {}

  @Override
  public Integer call() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (PluginJars plugins = PluginJars.open(jars, before)) {
      thread.setContextClassLoader(plugins.loader());
      CheckPlan plan = new CheckPlan(Registry.installed(), plugins);
      List<ContractResult> results = run(plan, plugins.loader());
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.print(Json.pretty(fields(plan, results)));
      } else {
        print(plan, results, out);
      }
      out.flush();
      return failed(results) == 0 && plan.exclusions().isEmpty() ? 0 : 1;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private List<ContractResult> run(CheckPlan plan, ClassLoader plugin) {
    List<ContractResult> results = new ArrayList<>();
    int all = plan.subjects().size();
    for (Subject subject : plan.subjects()) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          "%d/%d %s contract: %s%n",
          results.size() + 1, all, subject.contract().key(), subject.phrase());
      err.flush();
      results.add(ContractRun.of(subject, plugin));
    }
    return results;
  }

  private static int failed(List<ContractResult> results) {
    return results.stream().mapToInt(result -> result.failures().size()).sum();
  }

  private Map<String, Object> fields(CheckPlan plan, List<ContractResult> results) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("jars", jars.stream().map(Path::toString).toList());
    fields.put("failed", failed(results));
    fields.put("contracts", results.stream().map(ContractResult::fields).toList());
    fields.put("impossible", plan.exclusions());
    return fields;
  }

  private static void print(CheckPlan plan, List<ContractResult> results, PrintWriter out) {
    Table table = new Table().row("strategy", "contract", "passed", "failed", "skipped", "over");
    for (ContractResult result : results) {
      table.row(
          result.subject().selection().name(),
          result.subject().contract().key(),
          Integer.toString(result.passed()),
          Integer.toString(result.failures().size()),
          Integer.toString(result.skipped().size()),
          result.subject().phrase());
    }
    table.print(out);
    for (ContractResult result : results) {
      result.failures().forEach(failure -> print(result, failure, out));
    }
    plan.exclusions()
        .forEach((phrase, reason) -> {
          out.println();
          out.println("IMPOSSIBLE " + phrase + ": stands in no treatment. " + reason);
        });
  }

  private static void print(ContractResult result, Failure failure, PrintWriter out) {
    out.println();
    out.printf(
        "FAILED %s, %s contract: %s%n",
        result.subject().selection().name(), result.subject().contract().key(), failure.test());
    List<String> lines = failure.message().lines().toList();
    lines.stream().limit(MOST_LINES).forEach(line -> out.println("  " + line));
    if (lines.size() > MOST_LINES) {
      out.println("  (" + (lines.size() - MOST_LINES) + " more lines: --json)");
    }
    if (!failure.place().isEmpty()) {
      out.println("  at " + failure.place());
    }
    out.println("  " + result.remedy());
  }
}
