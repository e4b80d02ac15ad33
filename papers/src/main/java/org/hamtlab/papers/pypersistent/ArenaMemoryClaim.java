package org.hamtlab.papers.pypersistent;

import static org.hamtlab.papers.evidence.Interval.digits;

import java.util.List;
import java.util.Locale;
import org.hamtlab.papers.Claim;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim A5: what memory an arena takes while building, and afterwards.
 *
 * <p><b>Source.</b> Seed 000, "Memory Analysis", whose numbers are computed anew; the size of the
 * arena from nodes counted.
 */
public final class ArenaMemoryClaim implements Claim {
  private static final double LEAST = 1.25;
  private static final double MOST = 1.30;
  private static final long CLAIMED_ARENA_BYTES = 200_000_000;
  private static final int WORD_BYTES = 4;
  private static final String PUBLISHED = "published";

  /** Creates the claim. */
  public ArenaMemoryClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "A5",
        Kind.EXACT,
        "The arena takes about 200 MB for 1M entries, +25 to 30 % while building, nothing after.",
        "seed 000, Memory Analysis",
        "SUPPORTED if the published peak is 1.25 to 1.30 of the published final bytes, the nodes"
            + " counted fill 100 to 400 MB, and a clone leaves as many live slots as building"
            + " without an arena; else REFUTED",
        "1.25 to 1.30; 200 MB within a factor of two; equal slots");
  }

  @Override
  public void measure(Recorder recorder) {
    recorder.add("peak", PUBLISHED, 32 + 200 + 150, "MB");
    recorder.add("final", PUBLISHED, 48 + 150, "MB");
    BuildCounts.record(
        recorder, BuildCounts.MALLOC, BuildCounts.ARENA, BuildCounts.CLONED, BuildCounts.ADOPTED);
  }

  @Override
  public Judgement judge(Evidence evidence) {
    double ratio = evidence.value("peak", PUBLISHED) / evidence.value("final", PUBLISHED);
    long arena = BuildCounts.chunks(evidence) * BuildCounts.CHUNK_BYTES;
    long cloned = evidence.count("slotsLive", BuildCounts.CLONED);
    long plain = evidence.count("slotsLive", BuildCounts.MALLOC);
    return Judgement.all(
            List.of(
                Judgement.arithmetic(
                    ratio >= LEAST && ratio <= MOST,
                    "the published peak is " + digits(ratio) + " of the published final bytes"),
                Judgement.exact(
                    arena >= CLAIMED_ARENA_BYTES / 2 && arena <= CLAIMED_ARENA_BYTES * 2,
                    digits(arena / 1e6)
                        + " MB of chunks hold all "
                        + digits(evidence.count("internalNodes", BuildCounts.ARENA))
                        + " nodes of "
                        + BuildCounts.NODE_BYTES
                        + " bytes"),
                Judgement.exact(
                    cloned == plain,
                    digits(cloned)
                        + " live slots after the clone, "
                        + digits(plain)
                        + " without"
                        + " an arena")))
        .noting(
            "in our words an arena filled bottom-up holds "
                + perEntry(evidence, BuildCounts.ARENA)
                + " bytes an entry beside the final "
                + digits((double) WORD_BYTES * plain / BuildCounts.ENTRIES)
                + ", one filled one by one "
                + perEntry(evidence, BuildCounts.ADOPTED)
                + ", because blocks that grow are abandoned in it")
        .refusing("R11: published megabytes name no payload convention and no high-water mark.");
  }

  private static String perEntry(Evidence evidence, String way) {
    return digits((double) WORD_BYTES * evidence.count("slotsReserved", way) / BuildCounts.ENTRIES);
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table =
        DataTable.of(
            "Words of 32 bits, equal on every machine", "way to build", "reserved", "live", "free");
    for (String way :
        List.of(BuildCounts.MALLOC, BuildCounts.ARENA, BuildCounts.CLONED, BuildCounts.ADOPTED)) {
      long reserved = evidence.count("slotsReserved", way);
      long live = evidence.count("slotsLive", way);
      table =
          table.row(
              way,
              String.format(Locale.ROOT, "%,d", reserved),
              String.format(Locale.ROOT, "%,d", live),
              String.format(Locale.ROOT, "%,d", reserved - live));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: who fills the arena. Bottom-up, blocks have their"
                + " final size at once, and the arena holds hardly more than is live; one by one,"
                + " every block that grows is left behind, and the arena holds several times what"
                + " is live. The clone leaves as much as building without an arena, in either"
                + " case."),
        table);
  }
}
