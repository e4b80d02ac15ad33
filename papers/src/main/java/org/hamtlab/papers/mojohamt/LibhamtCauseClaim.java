package org.hamtlab.papers.mojohamt;

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
 * Claim B5: libhamt avoids the sparse trie by a better hash, path compression or another way of
 * selecting fragments.
 *
 * <p><b>Source.</b> Seed 001, "Why This Happens".
 */
public final class LibhamtCauseClaim extends MojoClaim {
  private static final int KEYS = 100_000;
  private static final double SHARE = 0.5;
  private static final String PATH = "@mojo-hamt compression=path";
  private static final List<Change> CHANGES =
      List.of(
          new Change("another hash: MurmurHash3's", SMALL_POOL + " hash=murmur3-fmix64"),
          new Change("another hash: Stafford's variant 13", SMALL_POOL + " hash=stafford-mix13"),
          new Change("fragments from the other end", layout("span=6,bit-order=high-first")),
          new Change("fragments of five bits", layout("span=5")));

  private record Change(String name, String phrase) {}

  private static String layout(String parameters) {
    return "@mojo-hamt layout=sealed-class{" + parameters + ",hash-bits=60,arrays=doubling}";
  }

  /** Creates the claim. */
  public LibhamtCauseClaim() {
    super(
        new Terms(
            "B5",
            Kind.EXACT,
            "libhamt avoids the sparse trie through better hash distribution, path compression or"
                + " another selection of fragments",
            "seed 001, Why This Happens",
            "the share of the 687,212 nodes that each change alone removes, path compression"
                + " beyond lazy expansion: SUPPORTED if one of the three named removes at least"
                + " half, else REFUTED",
            "half of the nodes"));
  }

  @Override
  public void measure(Recorder recorder) {
    for (String phrase : List.of(SMALL_POOL, EXPANDING, PATH)) {
      Counting.record(recorder, phrase, keys(KEYS), "internalNodes");
    }
    for (Change change : CHANGES) {
      Counting.record(recorder, change.phrase(), keys(KEYS), "internalNodes");
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    double most = beyondExpansion(evidence);
    for (Change change : CHANGES) {
      most = Math.max(most, removed(evidence, change.phrase()));
    }
    return Judgement.exact(
        most >= SHARE,
        text(
            "of all nodes, lazy expansion alone removes %.1f %%, path compression beyond it %.2f %%,"
                + " the most effective of the other changes %.1f %%",
            100 * removed(evidence, EXPANDING), 100 * beyondExpansion(evidence), 100 * most));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of("One change each, 100,000 sequential keys", "change", "nodes", "removed")
            .row("none, as published", nodes(evidence, SMALL_POOL), "0.0 %")
            .row("lazy expansion", nodes(evidence, EXPANDING), share(evidence, EXPANDING))
            .row("lazy expansion and paths", nodes(evidence, PATH), share(evidence, PATH));
    for (Change change : CHANGES) {
      table =
          table.row(
              change.name(), nodes(evidence, change.phrase()), share(evidence, change.phrase()));
    }
    return List.of(
        new Prose(
            "libhamt keeps leaves as high as possible: lazy expansion, which the write-up does not"
                + " name. It has no path compression."),
        table);
  }

  private static String nodes(Evidence evidence, String phrase) {
    return text("%,d", count(evidence, "internalNodes", phrase, KEYS));
  }

  private static String share(Evidence evidence, String phrase) {
    return text("%.1f %%", 100 * removed(evidence, phrase)).replaceFirst("^-(?=0\\.0 )", "");
  }

  private static double beyondExpansion(Evidence evidence) {
    return removed(evidence, PATH) - removed(evidence, EXPANDING);
  }

  private static double removed(Evidence evidence, String phrase) {
    double all = value(evidence, "internalNodes", SMALL_POOL, KEYS);
    return 1 - value(evidence, "internalNodes", phrase, KEYS) / all;
  }
}
