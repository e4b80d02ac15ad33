package org.hamtlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hamtlab.experiments.cli.Main;
import org.junit.jupiter.api.Test;

/** The packages of this module, benchmarks included. */
class PackagesTest {
  private static final String MODULE = "org/hamtlab/experiments/";

  @Test
  void needEachOtherInOneDirectionOnly() throws IOException, URISyntaxException {
    Map<String, Set<String>> needs = needs();
    assertThat(needs).containsKeys("cli", "sweep", "sweep/command", "bench");

    // What neither needs another nor is needed is in no circle.
    boolean isShrinking;
    do {
      isShrinking = takeAway(needs, withoutNeeds(needs)) | takeAway(needs, unneeded(needs));
    } while (isShrinking);

    assertThat(needs).as("packages in a circle, or between two").isEmpty();
  }

  private static boolean takeAway(Map<String, Set<String>> needs, List<String> packages) {
    packages.forEach(needs::remove);
    needs.values().forEach(needed -> packages.forEach(needed::remove));
    return !packages.isEmpty();
  }

  private static List<String> withoutNeeds(Map<String, Set<String>> needs) {
    return needs.keySet().stream().filter(each -> needs.get(each).isEmpty()).toList();
  }

  private static List<String> unneeded(Map<String, Set<String>> needs) {
    return needs.keySet().stream()
        .filter(each -> needs.values().stream().noneMatch(needed -> needed.contains(each)))
        .toList();
  }

  /** Packages by the packages that their classes name. */
  private static Map<String, Set<String>> needs() throws IOException, URISyntaxException {
    Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, Set<String>> needs = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes.resolve(MODULE))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        ClassModel read = ClassFile.of().parse(file);
        String home = room(read.thisClass().asInternalName());
        Set<String> needed = needs.computeIfAbsent(home, none -> new TreeSet<>());
        read.constantPool()
            .forEach(entry -> {
              if (entry instanceof ClassEntry named && named.asInternalName().startsWith(MODULE)) {
                needed.add(room(named.asInternalName()));
              }
            });
        needed.remove(home);
      }
    }
    return needs;
  }

  /** The package of a class; what JMH generates belongs to the benchmark's. */
  private static String room(String type) {
    int end = Math.max(type.lastIndexOf('/'), MODULE.length());
    return type.substring(MODULE.length(), end).replace("/jmh_generated", "");
  }
}
