package org.hamtlab.experiments.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalDouble;

/**
 * The score of one JMH iteration: a line of {@code samples.jsonl}.
 *
 * @param run identity of the run
 * @param block randomised block
 * @param treatment id in the plan
 * @param phrase canonical phrase
 * @param operation what was timed; {@link #CONTROL} is the control that no treatment touches
 * @param keys key set; that of the control is {@link #CONTROL}
 * @param n distinct keys in the map
 * @param fork replicate within the treatment, from 0
 * @param phase {@link #WARMUP} or {@link #MEASURE}
 * @param iteration number within the phase, from 1
 * @param nsPerOp nanoseconds per operation on one key
 * @param seed the plan's seed
 * @param commit state of the sources
 * @param dirty whether sources were changed after that commit
 * @param jvm vendor and version of the virtual machine
 * @param jvmFlags its flags
 * @param host name of the machine
 * @param cpu model of its processor
 * @param cores processors that the virtual machine saw
 * @param assembly {@code fused} or {@code shared}
 * @param timestamp end of the iteration, ISO 8601 in UTC
 * @param canaryNs memory latency around the fork: the mean of {@link ForkAudit}'s near latencies
 * @param stealShare share of processor time that the hypervisor gave to others during the fork;
 *     absent if unknown
 * @param load load average over one minute when the fork ended; absent if unknown
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Sample(
    String run,
    int block,
    String treatment,
    String phrase,
    String operation,
    String keys,
    int n,
    int fork,
    String phase,
    int iteration,
    double nsPerOp,
    long seed,
    String commit,
    boolean dirty,
    String jvm,
    String jvmFlags,
    String host,
    String cpu,
    int cores,
    String assembly,
    String timestamp,
    double canaryNs,
    OptionalDouble stealShare,
    OptionalDouble load) {

  /** Name of the control operation and of its keys. */
  public static final String CONTROL = "control";

  /** Phase of iterations that do not enter estimates. */
  public static final String WARMUP = "warmup";

  /** Phase of iterations that enter estimates. */
  public static final String MEASURE = "measure";
}
