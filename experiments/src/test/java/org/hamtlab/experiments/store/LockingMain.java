package org.hamtlab.experiments.store;

import java.io.IOException;
import java.nio.file.Path;

/** Takes the lock of a folder and keeps it until its standard input ends; says who holds it. */
public final class LockingMain {
  static final String LOCKED = "locked";

  private LockingMain() {}

  /** Takes the lock of the folder that the only argument names. */
  public static void main(String[] args) throws IOException {
    try (BundleLock lock = BundleLock.take(Path.of(args[0]))) {
      System.out.println(lock == null ? "" : LOCKED);
      System.in.transferTo(System.out);
    } catch (BundleException e) {
      System.out.println(e.getMessage());
    }
  }
}
