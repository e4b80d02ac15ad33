package org.hamtlab.experiments.composition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The library modules on the class path.
 *
 * @param descriptor the compiled {@code module-info}
 * @param root the folder or jar as the address of its top
 */
record LibraryModules(ModuleDescriptor descriptor, String root) {

  /** All of them by name. */
  static Map<String, LibraryModules> all() {
    Map<String, LibraryModules> modules = new TreeMap<>();
    try {
      for (URL url :
          Collections.list(
              LibraryModules.class.getClassLoader().getResources("module-info.class"))) {
        LibraryModules module = of(url);
        if (module.descriptor.name().startsWith("org.hamtlab.")) {
          modules.put(module.descriptor.name(), module);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return modules;
  }

  private static LibraryModules of(URL url) throws IOException {
    try (InputStream bytes = url.openStream()) {
      String address = url.toString();
      String root = address.substring(0, address.length() - "module-info.class".length());
      return new LibraryModules(ModuleDescriptor.read(bytes), root);
    }
  }

  /** The folder or jar as a module path names it. */
  Path path() {
    String address = root.startsWith("jar:") ? root.substring(4, root.indexOf("!/")) : root;
    return Path.of(URI.create(address));
  }
}
