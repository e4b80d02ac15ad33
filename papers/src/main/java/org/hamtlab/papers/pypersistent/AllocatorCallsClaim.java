package org.hamtlab.papers.pypersistent;

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
 * Claim A2: how many allocator calls an arena leaves of 1.5 million, counted end to end: entries,
 * what nodes own, chunks and the clone.
 *
 * <p><b>Source.</b> Seed 000, "Arena Integration in buildTreeBulk"; what stands in the arena: its
 * code, and cmarschner/pypersistent, src/persistent_map.cpp, where entries are made by {@code
 * make_shared} and each node's vector has a buffer of its own. Buffers count once each here, though
 * vectors that grow ask more often, and buckets not at all: the least that can have been called.
 */
public final class AllocatorCallsClaim implements Claim {
  private static final long ABOUT_A_HUNDRED = 1_000;

  /** Creates the claim. */
  public AllocatorCallsClaim() {}

  @Override
  public Terms terms() {
    return new Terms(
        "A2",
        Kind.EXACT,
        "For 1M entries, 1.5 million malloc calls become about 100 chunk allocations.",
        "seed 000, Arena Integration in buildTreeBulk",
        "SUPPORTED if entries, buffers, chunks and clone make at most 1,000 calls, else REFUTED",
        "1,000 calls (ten times the claimed 100)");
  }

  @Override
  public void measure(Recorder recorder) {
    BuildCounts.record(recorder, BuildCounts.MALLOC, BuildCounts.ARENA, BuildCounts.CLONED);
  }

  @Override
  public Judgement judge(Evidence evidence) {
    long entries = evidence.count("entries", BuildCounts.ARENA);
    long nodes = evidence.count("internalNodes", BuildCounts.ARENA);
    long chunks = BuildCounts.chunks(evidence);
    long before = entries + 2 * nodes;
    long clone = 2 * nodes;
    long after = entries + nodes + chunks + clone;
    return Judgement.exact(
            after <= ABOUT_A_HUNDRED,
            String.format(
                Locale.ROOT,
                "%,d calls end to end instead of %,d: %,d entries and %,d buffers stay on the heap,"
                    + " %,d nodes take %,d chunks, and the clone adds %,d",
                after,
                before,
                entries,
                nodes,
                nodes,
                chunks,
                clone))
        .noting(
            String.format(
                Locale.ROOT,
                "where only nodes are allocated: %,d blocks bottom-up, %,d chunks in an arena that"
                    + " is kept, %,d blocks again for a clone",
                evidence.count("allocations", BuildCounts.MALLOC),
                evidence.count("slotsReserved", BuildCounts.ARENA) / BuildCounts.CHUNK_SLOTS,
                evidence.count("allocations", BuildCounts.CLONED)))
        .refusing("R12: calls saved in the arena alone are not calls saved.");
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    long entries = evidence.count("entries", BuildCounts.ARENA);
    long nodes = evidence.count("internalNodes", BuildCounts.ARENA);
    long chunks = BuildCounts.chunks(evidence);
    return List.of(
        new Prose(
            "The experiment that isolates it: the same calls part by part. An arena takes over the"
                + " nodes alone; entries and the buffers of vectors come from the heap as before,"
                + " and the clone asks again for every node and every buffer. An arena that is kept"
                + " saves the clone's part, and still leaves more than a thousand calls."),
        DataTable.of(
                "Allocator calls of building a million entries",
                "part",
                "bottom-up",
                "in an arena, cloned",
                "in an arena, kept")
            .row("entries", text(entries), text(entries), text(entries))
            .row("buffers of vectors", text(nodes), text(nodes), text(nodes))
            .row("nodes, or chunks for them", text(nodes), text(chunks), text(chunks))
            .row("clone: nodes and buffers", "0", text(2 * nodes), "0")
            .row(
                "all",
                text(entries + 2 * nodes),
                text(entries + 3 * nodes + chunks),
                text(entries + nodes + chunks)));
  }

  private static String text(long calls) {
    return String.format(Locale.ROOT, "%,d", calls);
  }
}
