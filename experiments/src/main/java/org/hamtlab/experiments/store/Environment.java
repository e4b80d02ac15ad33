package org.hamtlab.experiments.store;

import java.util.List;

/**
 * The host and the software of a run, in {@code environment.json}. What the system does not tell is
 * {@code "unknown"}.
 *
 * @param run identity of the run
 * @param host name of the machine
 * @param cpu model of its processor
 * @param cores processors that the virtual machine sees
 * @param memoryBytes physical memory
 * @param governor frequency governor of processor 0
 * @param turbo {@code on}, {@code off} or {@code unknown}
 * @param aslr value of {@code randomize_va_space}
 * @param cpuQuota CPU limit of the control group, in cores, or {@code none}
 * @param load load average over one minute at the start
 * @param os system and version
 * @param arch machine architecture
 * @param jvm vendor and version of the virtual machine
 * @param jvmFlags flags of every fork
 * @param commit state of the sources
 * @param dirty whether sources were changed after that commit
 * @param dirtyDiff SHA-256 of the difference to that commit; empty if there is none
 * @param smt whether processors share a core: {@code on}, {@code off} or {@code unknown}
 * @param hugePages mode of transparent huge pages
 * @param clock what the system's clock reads
 * @param pinning processors that forks are bound to; {@code none} if the system places them
 * @param collector garbage collector of the forks
 * @param heapBytes largest heap of a fork; 0 if unknown
 * @param compressedOops whether references in forks are compressed: {@code on}, {@code off} or
 *     {@code unknown}
 * @param compactHeaders whether headers of objects in forks are compact, likewise
 * @param jars jars and folders on the class path with the SHA-256 of their content
 * @param warnings why this host is less than ideal for timing
 */
public record Environment(
    String run,
    String host,
    String cpu,
    int cores,
    long memoryBytes,
    String governor,
    String turbo,
    String aslr,
    String cpuQuota,
    double load,
    String os,
    String arch,
    String jvm,
    List<String> jvmFlags,
    String commit,
    boolean dirty,
    String dirtyDiff,
    String smt,
    String hugePages,
    String clock,
    String pinning,
    String collector,
    long heapBytes,
    String compressedOops,
    String compactHeaders,
    List<Jar> jars,
    List<String> warnings) {

  /** Something on the class path. */
  public record Jar(String name, String sha256) {}
}
