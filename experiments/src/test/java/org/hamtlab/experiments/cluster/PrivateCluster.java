package org.hamtlab.experiments.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hamtlab.experiments.composition.Repository;
import org.junit.jupiter.api.Assumptions;

/** A Slurm cluster on this machine, from the script that docs/cluster.md names. */
final class PrivateCluster implements AutoCloseable {
  private static final Path SCRIPT = Repository.root().resolve("scripts/private-cluster");

  private final Path dir;

  private PrivateCluster(Path dir) {
    this.dir = dir;
  }

  /** Starts it, or skips the test with a notice where that is impossible. */
  static PrivateCluster start(Path dir, int nodes) throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        hasPrograms("slurmctld", "slurmd", "sbatch", "munged") && isRoot(),
        "Slurm is not installed here or this is not root (run scripts/private-cluster install):"
            + " the sweep on a cluster is not tested");
    run(Path.of("."), SCRIPT.toString(), "start", dir.toString(), Integer.toString(nodes));
    return new PrivateCluster(dir);
  }

  /** The value of {@code SLURM_CONF} for its commands. */
  String configuration() {
    return dir.resolve("slurm.conf").toString();
  }

  /** Nodes on which a task of an array runs now. */
  List<String> nodesOfArrayTasks() throws IOException, InterruptedException {
    return run(dir, "squeue", "-h", "-r", "-t", "RUNNING", "-o", "%i %N")
        .lines()
        .map(line -> line.split(" ", 2))
        .filter(fields -> fields[0].contains("_") && fields.length == 2)
        .map(fields -> fields[1])
        .toList();
  }

  /** The power of a node fails. */
  void kill(String node) throws IOException, InterruptedException {
    run(dir, SCRIPT.toString(), "kill", dir.toString(), node);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run(dir, SCRIPT.toString(), "stop", dir.toString());
  }

  private static String run(Path conf, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().put("SLURM_CONF", conf.resolve("slurm.conf").toString());
    // Daemons inherit the output; through a pipe its end would never come.
    Path output = Files.createTempFile("cluster", ".txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    int status = process.waitFor();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    assertThat(status).as(text).isZero();
    return text;
  }

  private static boolean hasPrograms(String... names) {
    return Stream.of(names)
        .allMatch(name ->
            Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
