package org.hamtlab.experiments.key;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.hamtlab.config.ConfigurationException;

/** Reads keys from a file, one a line. */
final class KeyFile {
  private KeyFile() {}

  static List<String> lines(String name) {
    Path path = path(name);
    if (!Files.exists(path)) {
      throw wrong(name, "a file that exists", "Check the path; it is relative to " + here());
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw wrong(name, "a readable file", "Name a text file with one key a line");
    }
    List<String> lines = read(name, path).stream().filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      throw wrong(name, "at least one line that is not empty", "Write one key a line");
    }
    return lines;
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException malformed) {
      throw wrong(name, "a path", "It says: " + malformed.getMessage());
    }
  }

  private static List<String> read(String name, Path path) {
    try {
      return Files.readAllLines(path);
    } catch (CharacterCodingException malformed) {
      throw wrong(name, "text in UTF-8", "Convert the file");
    } catch (IOException unreadable) {
      throw wrong(name, "a readable file", "It says: " + unreadable.getMessage());
    }
  }

  private static Path here() {
    return Path.of("").toAbsolutePath();
  }

  private static ConfigurationException wrong(String name, String expected, String remedy) {
    return new ConfigurationException(
        "keys: 'file:" + name + "' (expected " + expected + "). " + remedy + ".");
  }
}
