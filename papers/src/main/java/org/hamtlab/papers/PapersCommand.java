package org.hamtlab.papers;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.papers.page.PaperPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Re-tests claims and prints their verdicts. A refuted claim is a result, not a failure. */
@Command(
    name = "papers",
    mixinStandardHelpOptions = true,
    description = "Re-tests published claims, prints verdicts and writes a page per paper.")
public final class PapersCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 3;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Parameters(
      arity = "0..*",
      paramLabel = "ID|PAPER",
      description = "Claims, such as B1, or papers, such as mojo-hamt (default: all).")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "smoke|full",
      description = {
        "smoke: only claims that are exact or arithmetic, within a minute.",
        "full (default): all claims, within forty minutes."
      })
  private String profile = "full";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The folder (default: results/papers-<time>). What is complete there is not measured"
              + " again.")
  private Path folder;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Judges what a folder holds, and measures nothing.")
  private Path from;

  @Option(names = "--json", description = "Prints one JSON object a claim.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public PapersCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    List<Claim> claims = chosen();
    Path dir = dir();
    Ledger ledger = new Ledger(dir, System.err);
    if (from == null && !ledger.measure(claims)) {
      return INTERRUPTED;
    }
    List<Ledger.Entry> shown = ledger.judge(shown(claims, ledger));
    List<Ledger.Entry> entries =
        shown.stream().filter(entry -> claims.contains(entry.claim())).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      entries.forEach(entry -> out.println(Json.line(LedgerText.fields(entry))));
    } else {
      LedgerText.print(entries, out);
    }
    new PaperPages(ledger)
        .write(Papers.all(), shown, dir).stream()
            .limit(1)
            .forEach(index -> System.err.println("Pages: " + index));
    out.flush();
    return 0;
  }

  /** Pages also keep what was measured in this folder before. */
  private static List<Claim> shown(List<Claim> claims, Ledger ledger) {
    return Papers.claims().stream()
        .filter(claim -> claims.contains(claim) || ledger.isComplete(claim))
        .toList();
  }

  private List<Claim> chosen() {
    List<Claim> named = Papers.select(ids);
    return switch (profile) {
      case "full" -> named;
      case "smoke" ->
          named.stream().filter(claim -> claim.terms().kind() != Kind.MEASURED).toList();
      default ->
          throw new ConfigurationException(
              "profile: '" + profile + "' is not known (expected smoke or full).");
    };
  }

  private Path dir() {
    if (from != null && folder != null) {
      throw new ConfigurationException(
          "--from: '" + from + "' stands beside --out (expected one of them). Drop one.");
    }
    if (from != null && !Files.isDirectory(from)) {
      throw new ConfigurationException(
          "--from: '"
              + from
              + "' (expected a folder that 'hamt papers --out' wrote). Name one, or measure with --out.");
    }
    if (from != null) {
      return from;
    }
    return folder == null ? Path.of("results", "papers-" + STAMP.format(Instant.now())) : folder;
  }
}
