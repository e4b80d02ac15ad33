package org.hamtlab.experiments.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalDouble;

/**
 * What the host did while one fork was measured: a line of {@code audits.jsonl}. A fork has one
 * whether it ended well or badly.
 *
 * <p>The canary is the latency of dependent loads in the runner's own memory, read just before the
 * fork starts and just after it has ended: over a <em>near</em> working set, which a cache of its
 * own would hold, and a <em>far</em> one, which only memory holds.
 *
 * @param run identity of the run
 * @param block randomised block
 * @param treatment id in the plan
 * @param fork replicate within the treatment
 * @param host name of the machine
 * @param nearBeforeNs near latency before the fork, nanoseconds a load
 * @param nearAfterNs near latency after it
 * @param farBeforeNs far latency before it
 * @param farAfterNs far latency after it
 * @param stealShare share of processor time that the hypervisor gave to others; absent if unknown
 * @param load load average over one minute at the end; absent if unknown
 * @param cpuPressure share of time in which some task waited for a processor; absent if unknown
 * @param seconds from start to end of the fork, by a monotonic clock
 * @param iteratedSeconds time inside iterations, warm-up included; 0 if the fork died
 * @param startSeconds until the fork's entry point was reached; absent, like the next two, if it
 *     died or the system does not tell
 * @param prepareSeconds until it had its keys and its subject
 * @param setUpSeconds before and between iterations: collection, JMH's own start, filling of maps
 * @param timestamp end of the fork, ISO 8601 in UTC
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ForkAudit(
    String run,
    int block,
    String treatment,
    int fork,
    String host,
    double nearBeforeNs,
    double nearAfterNs,
    double farBeforeNs,
    double farAfterNs,
    OptionalDouble stealShare,
    OptionalDouble load,
    OptionalDouble cpuPressure,
    double seconds,
    double iteratedSeconds,
    OptionalDouble startSeconds,
    OptionalDouble prepareSeconds,
    OptionalDouble setUpSeconds,
    String timestamp) {

  /** Geometric mean of the near latencies before and after. */
  public double nearNs() {
    return Math.sqrt(nearBeforeNs * nearAfterNs);
  }

  /** Geometric mean of the far latencies before and after. */
  public double farNs() {
    return Math.sqrt(farBeforeNs * farAfterNs);
  }

  /** The fork that was audited. */
  public ForkId id() {
    return new ForkId(treatment, fork);
  }
}
