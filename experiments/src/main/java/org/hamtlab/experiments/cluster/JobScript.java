package org.hamtlab.experiments.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The script of a job: one node for itself, bound to a fixed set of its processors, put back into
 * the queue when the node dies.
 *
 * <p>It starts this class path with this JDK, so both must stand under the same paths on every
 * node; on a cluster they do when they are on a shared file system.
 *
 * @param bundle the bundle's folder, absolute
 * @param run identity of the run
 */
record JobScript(Path bundle, String run) {
  /** Enough for a timed thread, the collector and the compilers; more would let it wander. */
  private static final int PROCESSORS = 4;

  /** Options of {@code sbatch} that every job has. */
  List<String> options(List<String> more) {
    List<String> options = new ArrayList<>();
    options.add("--job-name=" + run);
    options.add("--nodes=1");
    options.add("--ntasks=1");
    options.add("--exclusive");
    options.add("--requeue");
    options.add("--open-mode=append");
    options.add("--chdir=" + bundle);
    options.addAll(more);
    return options;
  }

  /** The script that gates and counts what is left. */
  String probes() {
    return script("probes", "");
  }

  /** The script of an array whose task numbers are blocks. */
  String blocks() {
    return script("block", " \"$SLURM_ARRAY_TASK_ID\"");
  }

  private String script(String what, String number) {
    return """
    #!/bin/sh
    # The processors that this task may use, at most %d of them, so that it does not wander.
    allowed=$(sed -n 's/^Cpus_allowed_list:[[:space:]]*//p' /proc/self/status)
    pinned=$(echo "$allowed" | tr ',' '\\n' | while IFS=- read -r first last; do
      seq "$first" "${last:-$first}"
    done | head -n %d | paste -s -d , -)
    exec taskset -c "$pinned" %s cluster-task %s %s%s
    """
        .formatted(PROCESSORS, PROCESSORS, java(), quoted(bundle.toString()), what, number);
  }

  /** This virtual machine again. The collector is explicit: a mask of one processor changes it. */
  private static String java() {
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dhamt.home=" + System.getProperty("hamt.home", "."),
            "-cp",
            absolute(System.getProperty("java.class.path")),
            "org.hamtlab.experiments.cli.Main");
    return words.stream().map(JobScript::quoted).collect(Collectors.joining(" "));
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (!entry.isEmpty()) {
        entries.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
