package org.hamtlab.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

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

  private void compile(Path classes) {
    if (sources.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Source(name, text)));
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("-d", classes.toString(), "-cp", apiClasses().toString(), "-proc:none");
    if (!compiler.getTask(messages, null, null, options, null, units).call()) {
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

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///acme/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
