package org.hamtlab.experiments.composition;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the tests run in. */
public final class Repository {
  private Repository() {}

  /** Its root: the folder with the launcher, at or above the working folder. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("hamt"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          "repository: no folder with 'hamt' at or above " + Path.of("").toAbsolutePath());
    }
    return folder;
  }
}
