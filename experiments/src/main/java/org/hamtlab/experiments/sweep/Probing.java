package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hamtlab.experiments.fork.Children;
import org.hamtlab.experiments.fork.ProbeResult;
import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.Failure;
import org.hamtlab.experiments.terminal.Progress;

/** The stages gate and count: each treatment in a child of its own, several at a time. */
final class Probing {
  private final Bundle bundle;
  private final Children children;
  private final Interruption interruption;
  private final int limitSeconds;

  Probing(Bundle bundle, Children children, Interruption interruption, int limitSeconds) {
    this.bundle = bundle;
    this.children = children;
    this.interruption = interruption;
    this.limitSeconds = limitSeconds;
  }

  void run(List<String> ids, PrintStream out) throws InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(children.probesAtATime());
        Progress progress = Progress.begin("gate and count", ids.size(), out)) {
      List<Future<?>> futures = new ArrayList<>();
      for (String id : ids) {
        futures.add(pool.submit(() -> probe(id, progress)));
      }
      for (Future<?> future : futures) {
        join(future);
      }
    }
  }

  private Void probe(String id, Progress progress) throws InterruptedException {
    if (interruption.isRequested()) {
      return null;
    }
    ProbeResult result = children.probe(id, limitSeconds);
    String label = bundle.plan().treatment(id).label();
    switch (result) {
      case ProbeResult.Passed passed -> {
        record(passed);
        progress.step(label);
      }
      case ProbeResult.Failed(Failure failure) -> {
        if (!interruption.explains(failure.exitCode())) {
          record(failure);
          progress.step(label + ": FAILED, " + failure.cause());
        }
      }
    }
    return null;
  }

  private synchronized void record(ProbeResult.Passed passed) {
    bundle.files().counts().append(passed.counts());
    bundle.files().gate().append(List.of(passed.gate()));
  }

  private synchronized void record(Failure failure) {
    bundle.files().failures().append(List.of(failure));
  }

  private static void join(Future<?> future) throws InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
