package org.hamtlab.papers.mojohamt;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Counting;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim E2: the pool needs about 30 slots per entry.
 *
 * <p><b>Source.</b> Seed 004, "Pool Sizing is Non-Trivial".
 */
public final class SlotsPerEntryClaim extends MojoClaim {
  private static final int[] AT = {1_000, 10_000, 100_000};
  private static final int[] PUBLISHED = {33, 30, 30};
  private static final int LAST = 100_000;

  /** Creates the claim. */
  public SlotsPerEntryClaim() {
    super(
        new Terms(
            "E2",
            Kind.EXACT,
            "the pool needs about 30 slots per entry (33 at 1,000, 30 at 10,000 and 100,000 keys)",
            "seed 004, Pool Sizing is Non-Trivial",
            "SUPPORTED if each of the three is less than one slot from the published whole number"
                + " (the table cuts, it does not round), else REFUTED",
            "33, 30, 30 slots per entry, each to less than 1"));
  }

  private static String withCapacity(String phrase, int least) {
    return least == 4
        ? phrase
        : phrase
            + " layout=sealed-class{span=6,hash-bits=60,arrays=doubling,min-capacity="
            + least
            + "}";
  }

  @Override
  public void measure(Recorder recorder) {
    for (int n : AT) {
      Counting.record(recorder, SMALL_POOL, keys(n), "slotsRequested");
    }
    for (int least : new int[] {1, 2, 4}) {
      for (String phrase : List.of(SMALL_POOL, EXPANDING)) {
        Counting.record(
            recorder,
            withCapacity(phrase, least),
            keys(LAST),
            "slotsRequested",
            "slotsLive",
            "childPointers",
            "internalNodes");
      }
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    boolean isMet = true;
    List<String> found = new ArrayList<>();
    for (int i = 0; i < AT.length; i++) {
      double slots = (double) count(evidence, "slotsRequested", SMALL_POOL, AT[i]) / AT[i];
      isMet &= Math.abs(slots - PUBLISHED[i]) < 1;
      found.add(text("%.2f at %,d", slots, AT[i]));
    }
    return Judgement.exact(isMet, "slots per entry: " + String.join(", ", found));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "What the slots per entry are made of, at 100,000 sequential keys",
            "expansion",
            "least capacity",
            "in use",
            "empty",
            "abandoned",
            "all");
    for (String phrase : List.of(SMALL_POOL, EXPANDING)) {
      for (int least : new int[] {4, 2, 1}) {
        String counted = withCapacity(phrase, least);
        double used = perEntry(evidence, "childPointers", counted);
        double live = perEntry(evidence, "slotsLive", counted);
        double all = perEntry(evidence, "slotsRequested", counted);
        table =
            table.row(
                phrase.equals(SMALL_POOL) ? "none, as published" : "lazy",
                Integer.toString(least),
                text("%.2f", used),
                text("%.2f", live - used),
                text("%.2f", all - live),
                text("%.2f", all));
      }
    }
    double nodes = perEntry(evidence, "internalNodes", SMALL_POOL);
    return List.of(
        new Prose(
            text(
                "The 30 are %.2f nodes per entry times a least capacity of 4, that is %.2f slots"
                    + " that exist before any array grows; in use are %.2f. With a least capacity"
                    + " of 1 the same trie asks for far less, and with lazy expansion for less"
                    + " still.",
                nodes, 4 * nodes, perEntry(evidence, "childPointers", SMALL_POOL))),
        table);
  }

  private static double perEntry(Evidence evidence, String counter, String phrase) {
    return value(evidence, counter, phrase, LAST) / LAST;
  }
}
