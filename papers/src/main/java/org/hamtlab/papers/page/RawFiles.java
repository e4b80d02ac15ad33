package org.hamtlab.papers.page;

import java.util.List;
import java.util.Locale;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Ledger;
import org.hamtlab.papers.Papers;
import org.hamtlab.papers.evidence.EvidenceException;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Observation;

/** What a claim was judged by, folded: its sweep file and its observations. */
record RawFiles(Ledger ledger, Claim claim) implements Exhibit {
  private static final int FIRST_ROWS = 25;

  @Override
  public String html() {
    Claim measured = Papers.claim(claim.evidenceId());
    String sweep =
        measured
            .sweep()
            .map(file -> folded("The sweep that was run", code(measured, file)))
            .orElse("");
    return sweep + observations();
  }

  private static String code(Claim measured, String file) {
    return "<pre>" + Html.escaped(Ledger.text(measured, file)) + "</pre>\n";
  }

  private String observations() {
    List<Observation> all;
    try {
      all = ledger.evidence(claim).observations();
    } catch (EvidenceException unreadable) {
      return "";
    }
    if (all.isEmpty()) {
      return "";
    }
    String file = claim.evidenceId() + "/observations.jsonl";
    DataTable table =
        DataTable.of(file, "quantity", "on", "replicate", "value", "unit").showingFirst(FIRST_ROWS);
    for (Observation o : all) {
      table = table.row(cells(o));
    }
    return folded("The values it was judged by", table.html());
  }

  private static List<DataTable.Cell> cells(Observation o) {
    return List.of(
        DataTable.Cell.of(o.quantity()),
        DataTable.Cell.of(o.variant()),
        DataTable.Cell.of(Integer.toString(o.replicate())),
        DataTable.Cell.rounded(value(o.value()), o.value()),
        DataTable.Cell.of(o.unit()));
  }

  private static String value(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : Interval.digits(value);
  }

  private static String folded(String summary, String content) {
    return "<details><summary>" + summary + "</summary>\n" + content + "</details>\n";
  }
}
