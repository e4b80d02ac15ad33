package org.hamtlab.experiments.query;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.BundleFiles;

/** Folders as the user names them: a path, or a quoted pattern of bundles. */
final class BundlePaths {
  private BundlePaths() {}

  static List<Path> of(List<String> words) {
    List<Path> paths = new ArrayList<>();
    for (String word : words) {
      boolean isPattern = word.matches(".*[*?\\[{].*") && !Files.exists(Path.of(word));
      paths.addAll(isPattern ? matching(word) : List.of(Path.of(word)));
    }
    return paths.stream().distinct().toList();
  }

  /** The bundles among what matches. */
  private static List<Path> matching(String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    int depth = Path.of(pattern).getNameCount();
    Path start = start(pattern);
    int below = pattern.contains("**") ? Integer.MAX_VALUE : depth - names(start);
    try (Stream<Path> paths = Files.walk(start, below)) {
      List<Path> found =
          paths
              .map(path -> start.toString().isEmpty() ? path.normalize() : path)
              .filter(path -> matcher.matches(path) && new BundleFiles(path).exists())
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new BundleException(
            pattern
                + ": matches no bundle (expected folders with a plan.json). Quote the pattern,"
                + " or name the folders.");
      }
      return found;
    } catch (IOException e) {
      throw new BundleException(pattern + ": cannot be searched. " + e.getMessage(), e);
    }
  }

  private static int names(Path start) {
    return start.toString().isEmpty() ? 0 : start.getNameCount();
  }

  /** The folder before the first name that is a pattern. */
  private static Path start(String pattern) {
    int first = pattern.split("[*?\\[{]", 2)[0].lastIndexOf('/');
    return Path.of(first < 0 ? "" : first == 0 ? "/" : pattern.substring(0, first));
  }
}
