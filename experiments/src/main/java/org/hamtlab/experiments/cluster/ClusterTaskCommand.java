package org.hamtlab.experiments.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.sweep.Share;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the jobs of a sweep on a cluster run; nobody types it. */
@Command(
    name = "cluster-task",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Runs one part of a bundle's plan on a node of a cluster.")
public final class ClusterTaskCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 3;

  @Parameters(index = "0", paramLabel = "DIR", description = "The bundle's folder.")
  private Path dir;

  @Parameters(index = "1", paramLabel = "PART", description = "probes or block.")
  private String part;

  @Parameters(index = "2", arity = "0..1", paramLabel = "N", description = "The block's number.")
  private Integer number;

  /** Creates the command. */
  public ClusterTaskCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      return task().run(System.out) ? 0 : INTERRUPTED;
    } catch (BundleException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  private ClusterTask task() {
    BundleFiles files = new BundleFiles(dir);
    if (part.equals("probes") && number == null) {
      return new ClusterTask(files, new Share.Probes(), Shard.ofProbes(dir));
    }
    int blocks = files.plan().blocks().size();
    if (part.equals("block") && number != null && number >= 0 && number < blocks) {
      return new ClusterTask(files, new Share.Block(number), Shard.ofBlock(dir, number));
    }
    throw new ConfigurationException(
        "cluster-task: '"
            + part
            + (number == null ? "" : " " + number)
            + "' (expected 'probes', or 'block' and a number from 0 to "
            + (blocks - 1)
            + "). 'hamt sweep --engine slurm' submits such tasks.");
  }
}
