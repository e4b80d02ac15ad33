package org.hamtlab.papers.sharedhash;

import java.util.List;
import org.hamtlab.experiments.huffman.HuffmanSetups;
import org.hamtlab.experiments.huffman.Setup;
import org.hamtlab.papers.Judgement;
import org.hamtlab.papers.Kind;
import org.hamtlab.papers.evidence.Evidence;
import org.hamtlab.papers.evidence.Recorder;
import org.hamtlab.papers.page.DataTable;
import org.hamtlab.papers.page.Exhibit;
import org.hamtlab.papers.page.Prose;

/**
 * Claim D3: what the second lock of a block is taken for.
 *
 * <p><b>Source.</b> Seed 003, "Analysis".
 */
public final class SecondLockClaim extends SharedHashClaim {
  private static final String NAME = "pools, locks by caller";
  private static final String INPUT_TAKEN = "allocate in BlockTask.input";
  private static final String INPUT_FREED = "free in BlockTask.release";

  /** Creates the claim. */
  public SecondLockClaim() {
    super(
        new Terms(
            "D3",
            Kind.EXACT,
            "of a block's two locks one is for its input buffer, the other for a pool that ran out",
            "seed 003, Analysis",
            "SUPPORTED if every block has one lock of a request that its pool could not serve, else"
                + " REFUTED",
            "1,024 such locks for 1,024 blocks"));
  }

  @Override
  public void measure(Recorder recorder) {
    Setup pools = HuffmanSetups.published().get("pools");
    String byCaller = pools.allocator().replace("locked{", "locked{sites=caller,");
    count(recorder, ONE_MIB, NAME, pools.withAllocator(byCaller));
  }

  @Override
  public List<Exhibit> cause(Evidence evidence) {
    DataTable table = DataTable.of("Locks by the method that calls (1 MiB)", "call", "locks");
    for (String site : List.of(INPUT_TAKEN, INPUT_FREED)) {
      table = table.row(site, number(evidence.count(LOCKS + ", " + site, variant(ONE_MIB, NAME))));
    }
    return List.of(
        new Prose(
            "The experiment that isolates it: the same run with every lock counted by the method that"
                + " takes it. A pool that ran out would be a third row."),
        table);
  }

  @Override
  public Judgement judge(Evidence evidence) {
    String variant = variant(ONE_MIB, NAME);
    long blocks = evidence.count("blocks", variant);
    long all = evidence.count(LOCKS, variant);
    long taken = evidence.count(LOCKS + ", " + INPUT_TAKEN, variant);
    long freed = evidence.count(LOCKS + ", " + INPUT_FREED, variant);
    long ranOut = all - taken - freed;
    return Judgement.exact(
        ranOut == blocks,
        number(all)
            + " locks for "
            + number(blocks)
            + " blocks: "
            + number(taken)
            + " for a buffer, "
            + number(freed)
            + " for giving it back, "
            + number(ranOut)
            + " for a pool that ran out; at most "
            + number(evidence.count(POOL_BYTES, variant))
            + " of a pool's "
            + number(HuffmanSetups.POOL_BYTES)
            + " bytes were used");
  }
}
