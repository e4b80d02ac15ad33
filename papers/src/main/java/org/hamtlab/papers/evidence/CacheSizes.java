package org.hamtlab.papers.evidence;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** The caches of this host's processor, where the system tells them. */
public final class CacheSizes {
  /** Their name in the observations; the variant is the cache. */
  public static final String QUANTITY = "cache size";

  private static final Path ROOT = Path.of("/sys/devices/system/cpu/cpu0/cache");

  private CacheSizes() {}

  /** Records every data cache of the first processor; nothing where the system does not tell. */
  public static void record(Recorder recorder) {
    if (!Files.isDirectory(ROOT)) {
      return;
    }
    TreeMap<String, Double> caches = new TreeMap<>();
    try (DirectoryStream<Path> indexes = Files.newDirectoryStream(ROOT, "index*")) {
      for (Path index : indexes) {
        if (!read(index, "type").equals("Instruction")) {
          caches.put("cache of level " + read(index, "level"), bytes(read(index, "size")));
        }
      }
    } catch (IOException | NumberFormatException e) {
      // A system that tells less than usual: the table stays shorter.
      return;
    }
    caches.forEach((cache, bytes) -> recorder.add(QUANTITY, cache, bytes, "bytes"));
  }

  private static String read(Path index, String file) throws IOException {
    return Files.readString(index.resolve(file)).strip();
  }

  private static double bytes(String size) {
    double number = Double.parseDouble(size.replaceAll("[KMG]$", ""));
    return switch (size.charAt(size.length() - 1)) {
      case 'K' -> number * 1024;
      case 'M' -> number * 1024 * 1024;
      case 'G' -> number * 1024 * 1024 * 1024;
      default -> number;
    };
  }
}
