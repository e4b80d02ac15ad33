package org.hamtlab.experiments.sweep;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hamtlab.experiments.fork.ChildJvm;
import org.hamtlab.experiments.store.BundleFiles;

/**
 * Ctrl-C and other polite signals: the child stops, the bundle stays resumable, the exit status is
 * 3. A command has one from before its plan is frozen until its report is written; a runner {@link
 * #begin}s and {@link #idle}s in it, and is waited for in between, since it appends to the bundle.
 */
public final class Interruption implements AutoCloseable {
  /** Exit status of an interrupted run. */
  public static final int EXIT = 3;

  private final Path bundle;
  private final PrintStream out;
  private final CountDownLatch requested = new CountDownLatch(1);
  private final Semaphore rest = new Semaphore(1);
  private final Thread hook = new Thread(this::interrupt, "interruption");
  private volatile ChildJvm jvm;

  /** For a command, whose runner is not yet at work. */
  public Interruption(Path bundle, PrintStream out) {
    this.bundle = bundle;
    this.out = out;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** For a runner alone. */
  Interruption(Path bundle, ChildJvm jvm, PrintStream out) {
    this(bundle, out);
    begin(jvm);
  }

  /** A runner begins to work, with these children. */
  void begin(ChildJvm children) {
    rest.acquireUninterruptibly();
    jvm = children;
    if (isRequested()) {
      children.stop();
    }
  }

  /** A runner whose children are elsewhere begins to work. */
  public void begin() {
    begin(new ChildJvm());
  }

  /** Whether someone asked to stop. */
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  /**
   * Whether a child that a signal has killed died because of this interruption: a terminal sends
   * the signal to both, and the child may be the faster one.
   */
  boolean explains(int exitCode) throws InterruptedException {
    boolean polite = exitCode == 130 || exitCode == 143 || exitCode == 129;
    return isRequested() || (polite && requested.await(2, TimeUnit.SECONDS));
  }

  /** Waits for an interruption, at most so long. */
  public void await(long millis) throws InterruptedException {
    requested.await(millis, TimeUnit.MILLISECONDS);
  }

  /** The runner writes no more. */
  public void idle() {
    if (rest.availablePermits() == 0) {
      rest.release();
    }
  }

  @Override
  public void close() {
    idle();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs already, and ends this virtual machine.
      return;
    }
  }

  private void interrupt() {
    requested.countDown();
    if (jvm != null) {
      jvm.stop();
    }
    try {
      if (!rest.tryAcquire(10, TimeUnit.SECONDS)) {
        out.println("The runner did not come to rest; the last line may be torn.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    out.println();
    String resume = Launcher.command("resume", bundle.toString());
    out.println(
        new BundleFiles(bundle).exists()
            ? "Interrupted. Continue with: " + resume
            : "Interrupted before there was anything to continue.");
    out.flush();
    Runtime.getRuntime().halt(EXIT);
  }
}
