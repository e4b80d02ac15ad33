package org.hamtlab.experiments.peer;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.hamtlab.experiments.analysis.Forks;
import org.hamtlab.experiments.analysis.inference.Interval;
import org.hamtlab.experiments.terminal.Table;

/** The cells on a terminal: a table a subject, kind of keys and size, then geometric means. */
final class PeersTable {
  private static final String NONE = "–";

  private final PrintWriter out;

  PeersTable(PrintWriter out) {
    this.out = out;
  }

  /** Prints the cells of one kind of keys and size. */
  void group(List<PeerCell> cells) {
    for (String subject : distinct(cells.stream().map(PeerCell::subject))) {
      List<PeerCell> own = cells.stream().filter(cell -> cell.subject().equals(subject)).toList();
      times(subject, own.stream().filter(cell -> !cell.isFootprint()).toList());
      footprint(subject, own.stream().filter(PeerCell::isFootprint).toList());
    }
    out.flush();
  }

  private void times(String subject, List<PeerCell> cells) {
    if (cells.isEmpty()) {
      return;
    }
    List<String> operations = distinct(cells.stream().map(PeerCell::op));
    out.println(title(subject, cells.getFirst()) + ": time over the peer's, below 1 is faster");
    Table table = new Table().row(row("", operations));
    table.row(row("ns per key", operations.stream().map(op -> nanos(cells, op)).toList()));
    for (String peer : distinct(cells.stream().map(PeerCell::peer))) {
      List<PeerCell> own = cells.stream().filter(cell -> cell.peer().equals(peer)).toList();
      table.row(row(peer, own.stream().map(PeersTable::ratio).toList()));
      table.row(row("", own.stream().map(PeersTable::interval).toList()));
    }
    table.print(out);
    chains(cells);
    out.println();
  }

  private void chains(List<PeerCell> cells) {
    List<String> evacuations =
        distinct(
            cells.stream()
                .filter(cell -> cell.facts().get("evacuations") instanceof Long many && many > 0)
                .map(cell -> cell.op() + " " + cell.facts().get("evacuations")));
    if (!evacuations.isEmpty()) {
      out.println("evacuations spanned by each JVM, their cost included: " + evacuations);
    }
  }

  private void footprint(String subject, List<PeerCell> cells) {
    if (cells.isEmpty()) {
      return;
    }
    out.println(
        title(subject, cells.getFirst())
            + ": bytes per entry, keys and values excluded, and the ratio to the peer's");
    Table table = new Table();
    List<String> headers = distinct(cells.stream().map(PeersTable::headers));
    table.row(
        row("object headers", headers.stream().flatMap(each -> Stream.of(each, "ratio")).toList()));
    table.row(row(subject, headers.stream().flatMap(each -> own(cells, each)).toList()));
    for (String peer : distinct(cells.stream().map(PeerCell::peer))) {
      List<PeerCell> own = cells.stream().filter(cell -> cell.peer().equals(peer)).toList();
      table.row(
          row(peer, own.stream().flatMap(c -> Stream.of(number(c.others()), ratio(c))).toList()));
    }
    table.print(out);
    out.println();
  }

  private static Stream<String> own(List<PeerCell> cells, String headers) {
    return cells.stream()
        .filter(cell -> headers(cell).equals(headers))
        .limit(1)
        .flatMap(cell -> Stream.of(number(cell.own()), ""));
  }

  private static String headers(PeerCell cell) {
    return String.valueOf(cell.facts().get("headers"));
  }

  /** Prints geometric means of the ratios over all cells that both sides have. */
  void means(List<PeerCell> cells, int forks) {
    List<PeerCell> timed =
        cells.stream().filter(c -> !c.isFootprint() && c.ratio() != null).toList();
    if (timed.isEmpty()) {
      return;
    }
    out.println("Geometric means over the cells that both sides have, below 1 is faster");
    Table table = new Table().row("subject", "peer", "cells", "mean", "interval", "worst", "where");
    for (String subject : distinct(timed.stream().map(PeerCell::subject))) {
      List<String[]> rows = new ArrayList<>();
      for (String peer : distinct(timed.stream().map(PeerCell::peer))) {
        List<PeerCell> own =
            timed.stream()
                .filter(c -> c.subject().equals(subject) && c.peer().equals(peer))
                .toList();
        if (!own.isEmpty()) {
          rows.add(mean(subject, peer, own));
        }
      }
      rows.sort(Comparator.comparing(row -> row[3], Comparator.reverseOrder()));
      rows.forEach(table::row);
    }
    table.print(out);
    out.println();
    out.println(
        "Lacking: " + NONE + ". Intervals: 95 %, Student's over JVMs, of ratios within a round.");
    if (forks == 1) {
      out.println("One JVM each: the intervals do not know how JVMs differ (R9). Use --forks 5.");
    }
    out.flush();
  }

  private static String[] mean(String subject, String peer, List<PeerCell> cells) {
    Interval mean =
        Forks.mean(cells.stream().map(cell -> cell.ratio().rounds()).toList())
            .interval(PeerCells.CONFIDENCE);
    PeerCell worst =
        Collections.max(cells, Comparator.comparingDouble(cell -> cell.ratio().value()));
    return new String[] {
      subject,
      peer,
      Integer.toString(cells.size()),
      number(mean.value()),
      number(mean.low()) + NONE + number(mean.high()),
      ratio(worst),
      worst.op() + ", " + worst.keys() + ", " + worst.size()
    };
  }

  private static String title(String subject, PeerCell cell) {
    return String.format(
        Locale.ROOT, "%s, %s keys, %,d entries", subject, cell.keys(), cell.size());
  }

  private static String nanos(List<PeerCell> cells, String operation) {
    return cells.stream()
        .filter(cell -> cell.op().equals(operation))
        .map(PeerCell::own)
        .filter(Objects::nonNull)
        .findFirst()
        .map(PeersTable::number)
        .orElse(NONE);
  }

  private static String ratio(PeerCell cell) {
    return cell.ratio() == null ? NONE : number(cell.ratio().value());
  }

  private static String interval(PeerCell cell) {
    return cell.ratio() == null || cell.isFootprint()
        ? ""
        : number(cell.ratio().low()) + NONE + number(cell.ratio().high());
  }

  private static String number(Double value) {
    return value == null
        ? NONE
        : String.format(
            Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value);
  }

  /** The first column stands flush left, all others flush right. */
  private static String[] row(String first, List<String> rest) {
    return Stream.concat(
            Stream.of(first), rest.stream().map(cell -> String.format(Locale.ROOT, "%9s", cell)))
        .toArray(String[]::new);
  }

  private static List<String> distinct(Stream<String> values) {
    return values.distinct().toList();
  }
}
