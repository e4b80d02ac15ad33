package org.hamtlab.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Says where a class or a resource comes from: the file name of its jar, or its folder. */
final class Origin {
  private Origin() {}

  /** A class with its jar, folder or module. */
  static String of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    String place =
        source != null && source.getLocation() != null
            ? place(source.getLocation())
            : type.getModule().isNamed() ? "module " + type.getModule().getName() : "memory";
    return type.getName() + " (" + place + ")";
  }

  /** The jar or folder of a resource. */
  static String of(URL resource, String path) {
    String address = resource.toString();
    String container = address.endsWith(path) ? without(address, path) : address;
    try {
      return place(
          new URI(container.startsWith("jar:") ? container.substring(4) : container).toURL());
    } catch (URISyntaxException | IllegalArgumentException | java.io.IOException unusual) {
      return container;
    }
  }

  private static String without(String address, String path) {
    String container = address.substring(0, address.length() - path.length());
    return container.endsWith("!/") ? container.substring(0, container.length() - 2) : container;
  }

  private static String place(URL location) {
    try {
      Path path = Path.of(location.toURI());
      Path name = path.getFileName();
      return Files.isDirectory(path) || name == null ? path.toString() : name.toString();
    } catch (URISyntaxException
        | IllegalArgumentException
        | java.nio.file.FileSystemNotFoundException unusual) {
      return location.toString();
    }
  }
}
