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
 * Claim B2: the trie is sparse because sequential integers have hashes that diverge slowly.
 *
 * <p><b>Source.</b> Seed 001, "Why This Happens".
 */
public final class HashBlamedClaim extends MojoClaim {
  private static final double FACTOR = 1.1;
  private static final String PUBLISHED = "sequential:100000";
  private static final List<String> KEYS =
      List.of(PUBLISHED, "random:100000", "strided:100000:4096");
  private static final List<String> HASHES =
      List.of("mojo-ahash", "murmur3-fmix64", "stafford-mix13", "identity");

  /** Creates the claim. */
  public HashBlamedClaim() {
    super(
        new Terms(
            "B2",
            Kind.EXACT,
            "the cause of the sparse trie is that sequential integers have hash values that"
                + " diverge slowly",
            "seed 001, Why This Happens",
            "internal nodes over those that the shape oracle expects of a perfect hash: SUPPORTED"
                + " if at least 1.1 times as many, else the hash is not the cause and the claim is"
                + " REFUTED",
            "1.1 times"));
  }

  private static String phrase(String hash, boolean isExpanding) {
    return (isExpanding ? EXPANDING : SMALL_POOL) + " hash=" + hash;
  }

  @Override
  public void measure(Recorder recorder) {
    for (String hash : HASHES) {
      for (String keys : KEYS) {
        Counting.record(recorder, phrase(hash, false), keys, "internalNodes");
        Counting.record(recorder, phrase(hash, true), keys, "internalNodes");
      }
    }
    for (boolean isExpanding : new boolean[] {false, true}) {
      Counting.recordOracle(
          recorder, phrase("mojo-ahash", isExpanding), PUBLISHED, "internalNodes");
    }
  }

  @Override
  public Judgement judge(Evidence evidence) {
    String variant = Counting.variant(phrase("mojo-ahash", false), PUBLISHED);
    double nodes = evidence.value("internalNodes", variant);
    double expected = evidence.value("oracle internalNodes", variant);
    double sd = evidence.value("oracle sd internalNodes", variant);
    return Judgement.exact(
        nodes >= FACTOR * expected,
        text(
            "%,.0f nodes where a perfect hash gives %,.0f ± %.0f: %.5f times",
            nodes, expected, sd, nodes / expected));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    return List.of(
        new Prose(
            "The experiment that isolates it: other mixers and other keys, with the expansion rule"
                + " as published and changed. Mixer and keys hardly move the count; the rule"
                + " does."),
        table(evidence, false, "Internal nodes, every leaf at the last level"),
        table(evidence, true, "Internal nodes with lazy expansion, all else equal"));
  }

  private static DataTable table(Evidence evidence, boolean isExpanding, String caption) {
    DataTable table = DataTable.of(caption, "hash", "sequential", "random", "strided by 4,096");
    for (String hash : HASHES) {
      List<String> cells =
          KEYS.stream()
              .map(keys -> Counting.variant(phrase(hash, isExpanding), keys))
              .map(variant -> text("%,d", evidence.count("internalNodes", variant)))
              .toList();
      table = table.row(hash, cells.get(0), cells.get(1), cells.get(2));
    }
    String oracle =
        text(
            "%,.0f",
            evidence.value(
                "oracle internalNodes",
                Counting.variant(phrase("mojo-ahash", isExpanding), PUBLISHED)));
    return table.row("a perfect hash (oracle)", oracle, oracle, oracle);
  }
}
