package org.hamtlab.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A jar of a third party, compiled while a test runs. */
final class PluginJar {
  private final Path folder;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();

  PluginJar(Path folder) {
    this.folder = folder;
  }

  /** Adds a mixer's provider and names it in the services file. */
  PluginJar mixer(String modifiers, String name, String id, String members) {
    sources.put(
        name,
        """
        package acme;
        import java.util.List;
        import org.hamtlab.config.*;
        import org.hamtlab.spi.*;
        %s class %s implements HashMixerProvider {
          %s
          @Override public StrategyId id() { return new StrategyId("%s"); }
          @Override public String summary() { return "A mixer."; }
          @Override public String source() { return "acme"; }
          @Override public List<Parameter<?>> parameters() { return List.of(); }
          @Override public Traits traits(Settings settings) { return Traits.NONE; }
          @Override public HashMixer create(Settings settings) { return hash -> hash; }
        }
        """
            .formatted(modifiers, name, members, id));
    return service("acme." + name);
  }

  /** Adds a class that provides nothing, yet stands in the services file. */
  PluginJar stranger(String name) {
    sources.put(name, "package acme; public final class " + name + " {}");
    return service("acme." + name);
  }

  /** Names a class in the services file. */
  PluginJar service(String type) {
    return resource("META-INF/services/org.hamtlab.spi.HashMixerProvider", type + "\n");
  }

  /** Adds lines to a resource. */
  PluginJar resource(String path, String lines) {
    resources.merge(path, lines, String::concat);
    return this;
  }

  /** Compiles the classes and writes the jar. */
  Path write(String name) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name + ".classes"));
    compile(classes);
    Path jar = folder.resolve(name);
    try (OutputStream bytes = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(bytes);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = classes.relativize(file).toString().replace('\\', '/');
        add(entries, path, Files.readAllBytes(file));
      }
      for (Map.Entry<String, String> resource : resources.entrySet()) {
        add(
            entries,
            resource.getKey(),
            resource.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static void add(JarOutputStream entries, String path, byte[] bytes) throws IOException {
    entries.putNextEntry(new JarEntry(path));
    entries.write(bytes);
    entries.closeEntry();
  }

  private void compile(Path classes) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    List<String> arguments =
        new ArrayList<>(
            List.of("-d", classes.toString(), "-cp", apiClasses().toString(), "-proc:none"));
    Path texts = Files.createDirectories(classes.resolveSibling(classes.getFileName() + ".java"));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = texts.resolve(source.getKey() + ".java");
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    StringWriter messages = new StringWriter();
    PrintWriter printer = new PrintWriter(messages);
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    if (javac.run(printer, printer, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException(messages.toString());
    }
  }

  private static Path apiClasses() {
    try {
      return Path.of(Registry.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
