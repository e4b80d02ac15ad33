package org.hamtlab.papers;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.hamtlab.experiments.terminal.Table;
import org.hamtlab.papers.evidence.Interval;

/** The ledger for terminals and for programs. */
final class LedgerText {
  private static final int CLAIM_WIDTH = 60;
  private static final int MEASURED_WIDTH = 50;

  private LedgerText() {}

  /** The details of each claim, then all as a table. */
  static void print(List<Ledger.Entry> entries, PrintWriter out) {
    entries.forEach(entry -> details(entry, out));
    if (entries.size() > 1) {
      table(entries, out);
      out.println();
      out.println(tally(entries));
    }
  }

  /** How many claims have each verdict, and which of them are undecided. */
  static String tally(List<Ledger.Entry> entries) {
    StringJoiner text = new StringJoiner(", ", entries.size() + " claims: ", ".");
    for (Verdict verdict : Verdict.values()) {
      List<String> ids =
          entries.stream()
              .filter(entry -> entry.judgement().verdict() == verdict)
              .map(entry -> entry.claim().terms().id())
              .toList();
      boolean isOpen = verdict == Verdict.INCONCLUSIVE || verdict == Verdict.NOT_TESTABLE_HERE;
      if (!ids.isEmpty()) {
        text.add(
            ids.size()
                + " "
                + verdict.words()
                + (isOpen ? " (" + String.join(" ", ids) + ")" : ""));
      }
    }
    return text.toString();
  }

  private static void details(Ledger.Entry entry, PrintWriter out) {
    Claim.Terms terms = entry.claim().terms();
    Judgement judgement = entry.judgement();
    out.println(terms.id() + "  " + judgement.verdict().words());
    out.println("  claim      " + terms.claim());
    out.println("  source     " + terms.source());
    out.println("  rule       " + rule(entry));
    out.println("  threshold  " + terms.threshold());
    out.println("  measured   " + judgement.measured());
    judgement.refusals().forEach(refusal -> out.println("  refused    " + refusal));
    out.println("  command    " + entry.claim().command());
    out.println();
  }

  private static void table(List<Ledger.Entry> entries, PrintWriter out) {
    Table table = new Table().row("id", "verdict", "decided by", "claim", "measured");
    for (Ledger.Entry entry : entries) {
      table.row(
          entry.claim().terms().id(),
          entry.judgement().verdict().words(),
          entry.judgement().decidedBy(),
          cut(entry.claim().terms().claim(), CLAIM_WIDTH),
          cut(entry.judgement().measured(), MEASURED_WIDTH));
    }
    table.print(out);
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  /** What decided, before the rule in full. */
  static String rule(Ledger.Entry entry) {
    return entry.judgement().decidedBy() + ": " + entry.claim().terms().rule();
  }

  /** One claim by the names of the command line's JSON. */
  static Map<String, Object> fields(Ledger.Entry entry) {
    Claim.Terms terms = entry.claim().terms();
    Interval interval = entry.judgement().interval();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", terms.id());
    fields.put("claim", terms.claim());
    fields.put("verdict", entry.judgement().verdict().words());
    fields.put("rule", rule(entry));
    fields.put("measured", entry.judgement().measured());
    fields.put("ciLow", interval == null ? null : finite(interval.low()));
    fields.put("ciHigh", interval == null ? null : finite(interval.high()));
    fields.put("threshold", terms.threshold());
    fields.put("command", entry.claim().command());
    return fields;
  }

  /** JSON has no infinity. */
  private static Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }
}
