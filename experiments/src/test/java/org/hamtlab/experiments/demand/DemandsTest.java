package org.hamtlab.experiments.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hamtlab.experiments.composition.Repository;
import org.junit.jupiter.api.Test;

/** docs/demands.md names tests that exist. */
class DemandsTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|Contract))\\.(\\w+)`");

  private static List<String> rows() throws IOException {
    return Files.readAllLines(Repository.root().resolve("docs/demands.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.endsWith("| tests |"))
        .toList();
  }

  private static Map<String, Path> sources() throws IOException {
    Map<String, Path> sources = new LinkedHashMap<>();
    for (String folder : List.of("experiments/src/test/java", "testkit/src/main/java")) {
      try (Stream<Path> files = Files.walk(Repository.root().resolve(folder))) {
        files.forEach(file -> sources.put(file.getFileName().toString(), file));
      }
    }
    return sources;
  }

  @Test
  void everyRowNamesTests() throws IOException {
    assertThat(rows()).hasSize(16 + 7).allMatch(row -> TEST.matcher(row).find());
  }

  @Test
  void everyTestNamedExists() throws IOException {
    Map<String, Path> sources = sources();
    for (String row : rows()) {
      for (MatchResult test : TEST.matcher(row).results().toList()) {
        String file = test.group(1) + ".java";
        assertThat(sources).containsKey(file);
        assertThat(Files.readString(sources.get(file)))
            .as(test.group())
            .contains("void " + test.group(2) + "(");
      }
    }
  }
}
