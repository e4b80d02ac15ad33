package org.hamtlab.experiments.battery;

import java.io.PrintWriter;
import java.util.Locale;
import org.hamtlab.experiments.terminal.Table;

/** The report about one mixer on a terminal: a table a width, then collisions and attacks. */
final class BatteryTable {
  private BatteryTable() {}

  static void print(BatteryReport report, PrintWriter out) {
    for (Judgement judgement : report.judgements()) {
      out.printf(
          Locale.ROOT,
          "%s at %d bits, verification %016x: %s%n",
          report.mixer(),
          judgement.bits(),
          report.verification(),
          counts(judgement));
      Table table = new Table();
      table.row("test", "tests", "keys", "worst statistic", "of", "value", "-log2 p", "verdict");
      for (Judgement.Row row : judgement.rows()) {
        Outcome worst = row.worst();
        table.row(
            row.test(),
            number(row.tests()),
            number(worst.size()),
            worst.detail(),
            worst.keys(),
            number(worst.statistic()),
            surprise(worst.bits()),
            worst.verdict().key());
      }
      table.print(out);
      out.println();
    }
    collisions(report.judgements().getLast(), out);
    attacks(report, out);
  }

  private static String counts(Judgement judgement) {
    StringBuilder counts = new StringBuilder();
    for (Verdict verdict : Verdict.values()) {
      counts.append(counts.isEmpty() ? "" : ", ").append(judgement.count(verdict));
      counts.append(' ').append(verdict.key());
    }
    return counts.toString();
  }

  private static void collisions(Judgement judgement, PrintWriter out) {
    Table table = new Table();
    table.row("keys", "number", "equal before mixing", "after, " + judgement.bits() + " bits");
    for (Judgement.Collisions each : judgement.collisions()) {
      table.row(each.keys(), number(each.size()), number(each.before()), number(each.after()));
    }
    table.print(out);
    out.println();
  }

  private static void attacks(BatteryReport report, PrintWriter out) {
    Table table = new Table();
    table.row("chosen hash codes", "keys", "branches", "mean level", "deepest", "collision nodes");
    for (Adversary.Cost cost : report.adversary()) {
      table.row(
          cost.keys(),
          number(cost.entries()),
          number(cost.internalNodes()),
          number(cost.meanLeafLevel()),
          number(cost.maxDepth()),
          number(cost.collisionNodes()));
    }
    table.print(out);
    out.println();
  }

  private static String surprise(double bits) {
    return bits >= Bits.MOST ? ">= 1000" : String.format(Locale.ROOT, "%.1f", bits);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%,.3f", value);
  }
}
