package org.hamtlab.experiments.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Where a filled map stands in memory, and what filling it asked of the allocator. What is not
 * known is absent: addresses where the JVM places every node, a distance where no block was used
 * again.
 *
 * @param linesPerPath distinct 64-byte lines of the blocks from the root to the entry, over keys
 * @param pagesPerPath distinct 4-KiB pages of the same blocks, over keys
 * @param nodesNotAddressed branches and collision nodes whose address is not known; in lines and
 *     pages they are left out
 * @param allocationsPerPut requests to the allocator by put of one key
 * @param blocksReused requests granted at an address that a freed block had
 * @param reuseDistance requests from that free to the grant, that one included
 * @param blockMap which nodes stand where
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Locality(
    Optional<Distribution> linesPerPath,
    Optional<Distribution> pagesPerPath,
    Optional<Long> nodesNotAddressed,
    Optional<Distribution> allocationsPerPut,
    Optional<Long> blocksReused,
    Optional<Distribution> reuseDistance,
    Optional<BlockMap> blockMap) {
  /** Nothing is known, as of counts in older bundles. */
  public static final Locality UNKNOWN = new Locality(null, null, null, null, null, null, null);

  /** Takes what a line lacks as absent. */
  public Locality {
    linesPerPath = known(linesPerPath);
    pagesPerPath = known(pagesPerPath);
    nodesNotAddressed = known(nodesNotAddressed);
    allocationsPerPut = known(allocationsPerPut);
    blocksReused = known(blocksReused);
    reuseDistance = known(reuseDistance);
    blockMap = known(blockMap);
  }

  private static <T> Optional<T> known(Optional<T> value) {
    return value == null ? Optional.empty() : value;
  }
}
