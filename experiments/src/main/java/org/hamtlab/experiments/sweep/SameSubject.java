package org.hamtlab.experiments.sweep;

import org.hamtlab.experiments.store.Bundle;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.Environment;

/** Times of another host, virtual machine or build do not belong into one bundle (R6). */
public final class SameSubject {
  private SameSubject() {}

  /**
   * Refuses to go on elsewhere.
   *
   * @throws BundleException if processor, virtual machine or class path is another
   */
  public static void require(Bundle bundle) {
    Environment then = bundle.files().environment();
    Environment now = Host.examine(then.run(), then.jvmFlags(), Sources.find());
    same(
        "processor",
        then.cpu() + ", " + then.cores() + " cores",
        now.cpu() + ", " + now.cores() + " cores");
    same("virtual machine", then.jvm(), now.jvm());
    then.jars()
        .forEach(jar -> {
          if (!now.jars().contains(jar)) {
            throw different("class path", jar.name() + " as it was", "another content");
          }
        });
  }

  private static void same(String what, String then, String now) {
    if (!then.equals(now)) {
      throw different(what, then, now);
    }
  }

  private static BundleException different(String what, String then, String now) {
    return new BundleException(
        what
            + ": "
            + now
            + " (expected "
            + then
            + ", with which this bundle was begun). Times of"
            + " two hosts or builds cannot stand in one bundle (R6). Start a new sweep.");
  }
}
