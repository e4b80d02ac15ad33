package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library modules compose maps on the module path, in a JVM of their own. */
class ModulePathTest {
  private static final String PROGRAM =
      """
      import org.hamtlab.map.Hamt;

      class Smoke {
        public static void main(String[] phrases) {
          for (String phrase : phrases) {
            try (Hamt<Integer, Integer> map = Hamt.of(phrase)) {
              for (int key = 0; key < 1000; key++) {
                map.put(key, -key);
              }
              map.keySet().removeIf(key -> key % 2 == 0);
              System.out.println(Hamt.class.getModule().getName() + " " + map.size());
            }
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void composesMaps() throws Exception {
    Map<String, LibraryModules> modules = new TreeMap<>(LibraryModules.all());
    modules.remove("org.hamtlab.testkit");
    Path program = Files.writeString(folder.resolve("Smoke.java"), PROGRAM);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modules.values().stream()
                    .map(module -> module.path().toString())
                    .collect(Collectors.joining(File.pathSeparator)),
                "--add-modules",
                String.join(",", modules.keySet()),
                "--enable-native-access=org.hamtlab.api",
                program.toString(),
                "layout=tagged-int allocator=freelist compression=path assembly=fused",
                "layout=tagged-int{memory=native} allocator=malloc assembly=fused",
                "layout=sealed-class allocator=gc assembly=shared")
            .redirectErrorStream(true)
            .start();

    assertThat(output(process).lines())
        .containsExactly("org.hamtlab.api 500", "org.hamtlab.api 500", "org.hamtlab.api 500");
    assertThat(process.waitFor()).isZero();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
