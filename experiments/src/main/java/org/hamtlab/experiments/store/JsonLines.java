package org.hamtlab.experiments.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An append-only file of JSON objects, one a line.
 *
 * <p>A batch is appended whole: when it cannot be written, the file is cut back to its length
 * before. A line without its line feed was torn by a crash; readers ignore it and {@link #repair}
 * removes it.
 *
 * @param <T> record of a line
 */
public final class JsonLines<T> {
  private final Path file;
  private final Class<T> type;

  JsonLines(Path file, Class<T> type) {
    this.file = file;
    this.type = type;
  }

  /** All whole lines in order; none if the file does not exist. */
  public List<T> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<T> values = new ArrayList<>();
    int number = 0;
    for (String line : wholeText().lines().toList()) {
      number++;
      values.add(parse(line, number));
    }
    return values;
  }

  /** Appends a batch, all of it or nothing. */
  public void append(List<T> batch) {
    StringBuilder text = new StringBuilder();
    batch.forEach(value -> text.append(Json.line(value)).append('\n'));
    write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Removes what a crash tore: the last line if it has no line feed, and all from the first zero
   * byte on, which a file holds where the system lost power before it wrote a page.
   *
   * @return what was removed, empty if nothing was torn
   */
  public Optional<String> repair() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes = bytes();
    int whole = wholeLength(bytes);
    if (whole == bytes.length) {
      return Optional.empty();
    }
    truncate(whole);
    return Optional.of(
        file.getFileName() + ": removed a torn last line of " + (bytes.length - whole) + " bytes");
  }

  /** Removes the lines at the end that a test accepts; returns how many. */
  int dropTrailing(Predicate<T> test) {
    List<T> values = read();
    int keep = values.size();
    while (keep > 0 && test.test(values.get(keep - 1))) {
      keep--;
    }
    if (keep < values.size()) {
      truncate(lengthOfLines(bytes(), keep));
    }
    return values.size() - keep;
  }

  private T parse(String line, int number) {
    try {
      return Json.parse(line, type);
    } catch (RuntimeException e) {
      throw new BundleException(
          file
              + ":"
              + number
              + ": not a line of this file (expected one JSON object as"
              + " docs/bundle.md lists it). Restore the file from a copy, or start a new sweep.",
          e);
    }
  }

  private String wholeText() {
    byte[] bytes = bytes();
    return new String(bytes, 0, wholeLength(bytes), StandardCharsets.UTF_8);
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BundleException(
          file + ": cannot be read (" + e + "). Restore the permission, or the file from a copy.",
          e);
    }
  }

  private void write(byte[] bytes) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long before = channel.size();
      requireWhole(channel, before);
      try {
        channel.position(before);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(false);
      } catch (IOException e) {
        cutBack(channel, before, e);
        throw e;
      }
    } catch (IOException e) {
      String state =
          e.getSuppressed().length == 0
              ? "Nothing was half-written"
              : "What was half-written is removed when the bundle is opened again";
      throw new BundleException(
          file
              + ": cannot append "
              + bytes.length
              + " bytes ("
              + e
              + "). "
              + state
              + ". Free space on the disk or restore the permission.",
          e);
    }
  }

  /** A batch behind a torn line would make that line whole, and wrong. */
  private void requireWhole(FileChannel channel, long length) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    if (length > 0 && channel.read(last, length - 1) == 1 && last.get(0) != '\n') {
      throw new BundleException(
          file + ": its last line is torn (expected a line feed). Open the bundle again.");
    }
  }

  private static void cutBack(FileChannel channel, long length, IOException cause) {
    try {
      channel.truncate(length);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private void truncate(long length) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // The next append forces this onto the disk, too.
      channel.truncate(length);
    } catch (IOException e) {
      throw new BundleException(
          file
              + ": has a torn end that cannot be removed ("
              + e
              + "). Restore the permission and open the bundle again.",
          e);
    }
  }

  /** Length of a file's whole lines in bytes: what follows them was torn, or is being appended. */
  public static long wholeLength(Path file) throws IOException {
    return wholeLength(Files.readAllBytes(file));
  }

  private static int wholeLength(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static int lengthOfLines(byte[] bytes, int lines) {
    int seen = 0;
    int at = 0;
    while (seen < lines) {
      if (bytes[at++] == '\n') {
        seen++;
      }
    }
    return at;
  }
}
