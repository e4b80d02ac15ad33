package org.hamtlab.experiments.query;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hamtlab.experiments.store.BundleException;
import org.hamtlab.experiments.store.Json;
import org.hamtlab.experiments.store.JsonLines;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The rows of views as files of JSON lines that the engine reads: the bundle's own where that is
 * whole, a copy in a scratch folder where a runner is appending or the rows are part of an object.
 *
 * @param scratch the folder for copies
 */
record Rows(Path scratch) {
  /** What the engine would take for a pattern of many files. */
  private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

  /** A file with the rows of one view of one bundle. */
  Path of(Path bundle, View view, String copyName) {
    Path file = bundle.resolve(view.file());
    Path copy = scratch.resolve(copyName + ".jsonl");
    try {
      if (!Files.exists(file)) {
        return Files.writeString(copy, "");
      }
      return view.isLines() ? wholeLines(file, copy) : Files.writeString(copy, part(file, view));
    } catch (IOException e) {
      throw new BundleException(file + ": cannot be read. " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new BundleException(
          file
              + ": cannot be understood ("
              + e.getOriginalMessage()
              + "). Restore it from a copy; analysis.json is made again by 'hamt report "
              + bundle
              + "'.",
          e);
    }
  }

  private static Path wholeLines(Path file, Path copy) throws IOException {
    long whole = JsonLines.wholeLength(file);
    if (whole == Files.size(file) && !GLOB.matcher(file.toString()).find()) {
      return file;
    }
    try (FileChannel from = FileChannel.open(file);
        FileChannel to =
            FileChannel.open(copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long copied = 0;
      while (copied < whole) {
        copied += from.transferTo(copied, whole - copied, to);
      }
    }
    return copy;
  }

  private static String part(Path file, View view) throws IOException {
    JsonNode node = Json.tree(Files.readString(file));
    for (String name : view.path()) {
      node = node.path(name);
    }
    Stream<JsonNode> rows =
        node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    return rows.filter(row -> !row.isMissingNode())
        .map(row -> Json.line(row) + "\n")
        .collect(Collectors.joining());
  }
}
