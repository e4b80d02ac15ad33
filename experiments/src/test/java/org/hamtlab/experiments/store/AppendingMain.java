package org.hamtlab.experiments.store;

import java.nio.file.Path;
import java.util.List;

/** Appends a bundle's samples to themselves once more, and says why that failed. */
public final class AppendingMain {
  private AppendingMain() {}

  /** Works on the bundle that the only argument names. */
  public static void main(String[] args) {
    JsonLines<Sample> samples = new BundleFiles(Path.of(args[0])).samples();
    List<Sample> all = samples.read();
    try {
      samples.append(all);
      System.out.println("appended");
    } catch (BundleException e) {
      System.out.println(e.getMessage());
    }
  }
}
