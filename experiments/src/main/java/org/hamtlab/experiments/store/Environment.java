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
    List<Jar> jars,
    List<String> warnings) {

  /** Something on the class path. */
  public record Jar(String name, String sha256) {}
}
