package org.hamtlab.papers.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hamtlab.experiments.page.PageParts;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.Ledger;
import org.hamtlab.papers.Paper;
import org.hamtlab.papers.Verdict;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.EvidenceException;

/**
 * Writes a page per paper and an index: files of HTML that load nothing. All is made from the raw
 * files of the folder, so deleting a page loses nothing.
 */
public final class PaperPages {
  private static final String INDEX = "index.html";

  private final Ledger ledger;

  /** Writes about what a ledger holds. */
  public PaperPages(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Writes the pages of the papers that have a claim among those judged; the files written. */
  public List<Path> write(List<Paper> papers, List<Ledger.Entry> entries, Path dir) {
    List<Path> written = new ArrayList<>();
    StringBuilder index = new StringBuilder();
    for (Paper paper : papers) {
      List<Ledger.Entry> own =
          entries.stream().filter(entry -> paper.claims().contains(entry.claim())).toList();
      if (!own.isEmpty()) {
        Path file = dir.resolve(paper.id() + ".html");
        BundleFiles.replace(file, page(paper.title(), body(paper, own)));
        index.append(section(paper, own));
        written.add(file);
      }
    }
    Path file = dir.resolve(INDEX);
    BundleFiles.replace(file, page("Claims re-tested", indexed(index, entries)));
    written.addFirst(file);
    return written;
  }

  private static String indexed(StringBuilder sections, List<Ledger.Entry> entries) {
    return "<h1>Claims re-tested</h1>\n"
        + Html.element("p", tally(entries))
        + "<p class=\"soft\">Thresholds were fixed before anything was measured. Verdicts are"
        + " computed from the files in this folder; <code>./hamt papers --from</code> computes them"
        + " again.</p>\n"
        + sections;
  }

  private static String tally(List<Ledger.Entry> entries) {
    StringBuilder text =
        new StringBuilder(entries.size() + (entries.size() == 1 ? " claim: " : " claims: "));
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      long count = entries.stream().filter(e -> e.judgement().verdict() == verdict).count();
      if (count > 0) {
        parts.add(count + " " + verdict.words().toLowerCase(Locale.ROOT));
      }
    }
    return text.append(String.join(", ", parts)).append('.').toString();
  }

  private static String section(Paper paper, List<Ledger.Entry> entries) {
    return "<h2><a href=\""
        + paper.id()
        + ".html\">"
        + Html.escaped(paper.title())
        + "</a></h2>\n"
        + Html.element("p", tally(entries))
        + ledgerTable(entries, paper.id() + ".html");
  }

  private static String ledgerTable(List<Ledger.Entry> entries, String page) {
    DataTable table =
        DataTable.of("What came out, claim by claim", "id", "verdict", "claim", "measured");
    for (Ledger.Entry entry : entries) {
      String id = entry.claim().terms().id();
      table =
          table.row(
              List.of(
                  DataTable.Cell.marked("<a href=\"" + page + "#" + id + "\">" + id + "</a>"),
                  DataTable.Cell.marked(badge(entry.judgement())),
                  DataTable.Cell.marked(Html.sentence(entry.claim().terms().claim())),
                  DataTable.Cell.marked(Html.sentence(entry.judgement().measured()))));
    }
    return "<div class=\"ledger\">\n" + table.html() + "</div>\n";
  }

  private String body(Paper paper, List<Ledger.Entry> entries) {
    StringBuilder html = new StringBuilder("<p><a href=\"" + INDEX + "\">All papers</a></p>\n");
    html.append(Html.element("h1", paper.title()));
    html.append("<p class=\"soft\">").append(Html.escaped(paper.source())).append("</p>\n");
    html.append(Html.element("p", paper.summary())).append('\n');
    html.append(Html.element("p", tally(entries)));
    html.append(ledgerTable(entries, ""));
    entries.forEach(entry -> html.append(account(entry)));
    return html.toString();
  }

  private String account(Ledger.Entry entry) {
    Claim.Terms terms = entry.claim().terms();
    Judgement judgement = entry.judgement();
    StringBuilder html = new StringBuilder();
    html.append("<section id=\"" + terms.id() + "\">\n<h2>" + terms.id() + " ");
    html.append(badge(judgement)).append("</h2>\n<dl>");
    item(html, "What was claimed", Html.sentence(terms.claim()));
    item(html, "Where", Html.escaped(terms.source()));
    item(html, "What we did", done(entry.claim()));
    item(html, "Rule", Html.sentence(terms.rule() + ". Threshold: " + terms.threshold() + "."));
    item(
        html,
        "What came out",
        Html.sentence(judgement.measured())
            + " <span class=\"soft\">(decided by: "
            + Html.escaped(judgement.decidedBy())
            + ")</span>");
    item(html, "What we refuse to say", refused(judgement, terms.kind()));
    html.append("</dl>\n");
    html.append(exhibits(entry.claim(), entry.claim()::exhibits));
    html.append(cause(entry));
    html.append(new RawFiles(ledger, entry.claim()).html());
    return html.append("</section>\n").toString();
  }

  private String cause(Ledger.Entry entry) {
    String shown = exhibits(entry.claim(), entry.claim()::cause);
    boolean falls = entry.judgement().verdict() == Verdict.REFUTED;
    return shown.isEmpty()
        ? ""
        : Html.element("h3", falls ? "Why it falls" : "What it rests on") + "\n" + shown;
  }

  private String exhibits(Claim claim, Function<Evidence, List<Exhibit>> part) {
    if (!ledger.isComplete(claim)) {
      return "";
    }
    List<Exhibit> shown;
    try {
      shown = part.apply(ledger.evidence(claim));
    } catch (EvidenceException | BundleException e) {
      shown = List.of(new Prose("Nothing can be shown: " + e.getMessage()));
    }
    return shown.stream().map(Exhibit::html).collect(Collectors.joining());
  }

  private static String done(Claim claim) {
    String how =
        switch (claim.terms().kind()) {
          case EXACT -> "Counted; equal on every machine. ";
          case ARITHMETIC -> "Computed from the published numbers. ";
          case MEASURED -> "Measured on this host. ";
        };
    String sweep =
        claim
            .sweep()
            .map(
                file -> " Sweep: <code>" + Html.escaped(claim.evidenceId() + "/bundle") + "</code>")
            .orElse("");
    return how + "<code>" + Html.escaped(claim.command()) + "</code>" + sweep;
  }

  private static String refused(Judgement judgement, Kind kind) {
    List<String> all = new ArrayList<>(judgement.refusals());
    if (kind == Kind.MEASURED) {
      all.add("R6: no absolute time is compared with the published ones, which another host gave.");
    }
    if (all.isEmpty()) {
      return "Nothing beyond the numbers.";
    }
    StringBuilder html = new StringBuilder("<ul>");
    all.forEach(refusal -> html.append(Html.element("li", refusal)));
    return html.append("</ul>").toString();
  }

  private static void item(StringBuilder html, String term, String description) {
    html.append("<dt>").append(term).append("</dt><dd>").append(description).append("</dd>\n");
  }

  private static String badge(Judgement judgement) {
    String style =
        switch (judgement.verdict()) {
          case SUPPORTED -> "supported";
          case REFUTED -> "refuted";
          case INCONCLUSIVE, NOT_TESTABLE_HERE -> "open";
        };
    return "<span class=\"verdict " + style + "\">" + judgement.verdict().words() + "</span>";
  }

  /** A whole page around HTML. */
  static String page(String title, String body) {
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + Html.element("title", title + " · hamtlab")
        + "\n<style>\n"
        + PageParts.style()
        + PageParts.resource(PaperPages.class, "paper.css")
        + "</style>\n</head>\n<body>\n<main>\n"
        + body
        + "</main>\n<script>\n"
        + PageParts.standingScript()
        + "</script>\n</body>\n</html>\n";
  }
}
