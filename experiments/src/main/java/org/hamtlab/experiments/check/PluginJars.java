package org.hamtlab.experiments.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.PathCompressionProvider;
import org.hamtlab.spi.StrategyProvider;

/** Jars of third parties: the classes that they register, and a loader that sees them. */
final class PluginJars implements AutoCloseable {
  private static final String SERVICES = "META-INF/services/";
  private static final List<Class<? extends StrategyProvider>> AXES =
      List.of(
          HashMixerProvider.class,
          NodeLayoutProvider.class,
          AllocatorProvider.class,
          PathCompressionProvider.class);

  private final Set<String> registered = new TreeSet<>();
  private final URLClassLoader loader;

  private PluginJars(List<Path> jars, ClassLoader parent) {
    List<String> faults = new ArrayList<>();
    List<URL> addresses = new ArrayList<>();
    for (Path jar : jars) {
      read(jar, faults);
      addresses.add(address(jar));
    }
    if (!faults.isEmpty()) {
      throw new ConfigurationException(String.join(System.lineSeparator(), faults));
    }
    loader = new URLClassLoader(addresses.toArray(URL[]::new), parent);
  }

  /**
   * Opens jars.
   *
   * @param parent sees hamtlab and what else is installed
   * @throws ConfigurationException if a file is no jar or registers no provider; it lists them all
   */
  static PluginJars open(List<Path> jars, ClassLoader parent) {
    return new PluginJars(jars, parent);
  }

  private void read(Path jar, List<String> faults) {
    if (!Files.isRegularFile(jar)) {
      faults.add(jar + ": no such file (expected a jar). Give the path of the jar that was built.");
      return;
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      Set<String> names = new TreeSet<>();
      for (Class<?> axis : AXES) {
        names.addAll(names(file, SERVICES + axis.getName()));
      }
      if (names.isEmpty()) {
        faults.add(nothing(jar));
      }
      registered.addAll(names);
    } catch (IOException failure) {
      faults.add(
          jar
              + ": "
              + failure.getMessage()
              + " (expected a jar). Give the path of the jar that was built.");
    }
  }

  private static String nothing(Path jar) {
    return jar
        + ": registers no strategy (expected META-INF/services/ with one of "
        + AXES.stream().map(Class::getName).toList()
        + "). Name the provider classes in such a file.";
  }

  /** The class names in a services file, which may be missing. */
  private static List<String> names(JarFile file, String path) throws IOException {
    JarEntry entry = file.getJarEntry(path);
    if (entry == null) {
      return List.of();
    }
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(file.getInputStream(entry), StandardCharsets.UTF_8));
        Stream<String> each = lines.lines()) {
      return each.map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  private static URL address(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Sees the jars and everything that the parent sees. */
  ClassLoader loader() {
    return loader;
  }

  /** Whether a jar registers this provider. */
  boolean register(StrategyProvider provider) {
    return registered.contains(provider.getClass().getName());
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
