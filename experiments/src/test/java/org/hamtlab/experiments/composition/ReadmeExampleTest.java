package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java examples of the README compile, run, and print what they say in their last comment. */
class ReadmeExampleTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("^```java\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern CLASS = Pattern.compile("public class (\\w+)");
  private static final Pattern PRINTED = Pattern.compile("// prints (.*)");

  @TempDir private Path folder;

  @Test
  void compileAndRun() throws Exception {
    String readme = Files.readString(Repository.root().resolve("README.md"));
    List<String> examples = EXAMPLE.matcher(readme).results().map(block -> block.group(1)).toList();
    assertThat(examples).as("README.md: fenced ```java blocks").hasSizeGreaterThan(1);
    for (String source : examples) {
      Matcher name = CLASS.matcher(source);
      assertThat(name.find()).as("a public class in %s", source).isTrue();
      Matcher printed = PRINTED.matcher(source);
      assertThat(printed.find()).as("what it prints in %s", source).isTrue();
      compile(name.group(1), source);

      assertThat(run(name.group(1))).isEqualToIgnoringNewLines(printed.group(1));
    }
  }

  private void compile(String name, String source) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    String[] arguments = {
      "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder + "", file + ""
    };

    int status = compiler.run(null, messages, messages, arguments);

    assertThat(status).as("%s", messages.toString(StandardCharsets.UTF_8)).isZero();
  }

  private String run(String name) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader());
        PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      String[] none = {};
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) none);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
