package org.hamtlab.papers.page;

import java.util.List;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Ledger;
import org.hamtlab.papers.Papers;
import org.hamtlab.papers.evidence.EvidenceException;
import org.hamtlab.papers.evidence.Interval;
import org.hamtlab.papers.evidence.Observation;

/** What a claim was judged by, folded: its sweep file and its observations. */
record RawFiles(Ledger ledger, Claim claim) implements Exhibit {
  private static final int MOST_ROWS = 120;

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
    String more = all.size() > MOST_ROWS ? ", the first " + MOST_ROWS + " of " + all.size() : "";
    DataTable table = DataTable.of(file + more, "quantity", "on", "replicate", "value", "unit");
    for (Observation o : all.subList(0, Math.min(all.size(), MOST_ROWS))) {
      table =
          table.row(
              o.quantity(),
              o.variant(),
              Integer.toString(o.replicate()),
              value(o.value()),
              o.unit());
    }
    return folded("The values it was judged by", table.html());
  }

  private static String value(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Interval.digits(value);
  }

  private static String folded(String summary, String content) {
    return "<details><summary>" + summary + "</summary>\n" + content + "</details>\n";
  }
}
