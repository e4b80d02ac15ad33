package org.hamtlab.experiments.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.hamtlab.experiments.plan.Profile;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;
import org.hamtlab.experiments.store.Environment;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.sweep.Host;
import org.hamtlab.experiments.sweep.Share;
import org.hamtlab.experiments.sweep.SweepRun;

/**
 * What a node does: it makes one shard, as a bundle of its own with the same plan, by the stages
 * that a sweep on one machine has.
 *
 * @param files the bundle that the shard is for
 * @param share the part of the plan
 * @param shard what is delivered
 */
record ClusterTask(BundleFiles files, Share share, Shard shard) {

  /** Makes the shard; false if it was interrupted. */
  boolean run(PrintStream out) throws IOException, InterruptedException {
    files.verifyPlan();
    if (shard.exists()) {
      out.println(shard.name() + ": is there already");
      return true;
    }
    Environment here = Host.examine(files.plan().run(), files.plan().jvmFlags());
    requireSameClasses(here);
    Path part = shard.begin(here.host() + '-' + ProcessHandle.current().pid());
    try (Bundle mine = Bundle.create(part, files.plan(), here)) {
      copyProbes(mine.files());
      if (!SweepRun.run(mine, share, out, Profile.probeLimitSeconds(files.plan()))) {
        return false;
      }
    }
    shard.publish(part);
    out.println(shard.name() + ": done on " + here.host());
    return true;
  }

  /** A treatment that was refused is not timed on any node. */
  private void copyProbes(BundleFiles mine) {
    if (!(share instanceof Share.Probes)) {
      mine.gate().append(files.gate().read());
      mine.failures()
          .append(
              files.failures().read().stream()
                  .filter(failure -> !failure.stage().equals(Failure.FORK))
                  .toList());
    }
  }

  private void requireSameClasses(Environment here) {
    List<Environment.Jar> there = files.environment().jars();
    for (Environment.Jar jar : there) {
      if (!here.jars().contains(jar)) {
        throw new BundleException(
            jar.name()
                + ": another content on "
                + here.host()
                + " (expected what the plan was made with). Install the same build on every node.");
      }
    }
    if (!here.jvm().equals(files.environment().jvm())) {
      throw new BundleException(
          "virtual machine: "
              + here.jvm()
              + " on "
              + here.host()
              + " (expected "
              + files.environment().jvm()
              + "). Install the same JDK on every node.");
    }
  }
}
