package org.hamtlab.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which line of which jar's services file ServiceLoader stumbled over, because its errors
 * name the class alone.
 */
final class ServicesFiles {
  private static final String FOLDER = "META-INF/services/";

  private final Class<?> service;
  private final ClassLoader loader;

  ServicesFiles(Class<?> service, ClassLoader loader) {
    this.service = service;
    this.loader = loader;
  }

  /** The fault behind an error of ServiceLoader: class, jar, rule and remedy. */
  String fault(Throwable error) {
    String message = String.valueOf(error.getMessage());
    return culprit(message)
        .orElse(
            "service "
                + message
                + " (expected a public class with a public constructor without parameters). Repair"
                + " or remove the plug-in.");
  }

  private Optional<String> culprit(String message) {
    String path = FOLDER + service.getName();
    List<String> words = List.of(message.split("[^\\w.$]+"));
    try {
      for (URL file : Collections.list(loader.getResources(path))) {
        Optional<String> name = names(file).stream().filter(words::contains).findFirst();
        if (name.isPresent()) {
          return Optional.of(name.get() + " (" + Origin.of(file, path) + "): " + rule(name.get()));
        }
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static List<String> names(URL file) throws IOException {
    URLConnection connection = file.openConnection();
    connection.setUseCaches(false);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> line.replaceFirst("#.*", "").strip()).toList();
    }
  }

  private String rule(String name) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      if (!service.isAssignableFrom(type)) {
        return "it is no "
            + service.getSimpleName()
            + " (expected one, because a services file says so). Correct "
            + FOLDER
            + service.getName()
            + ".";
      }
      return ProviderRules.form(type).orElse("it cannot be loaded. Repair or remove the plug-in.");
    } catch (ClassNotFoundException absent) {
      return "it is not there (expected, because a services file names it). Correct "
          + FOLDER
          + service.getName()
          + ".";
    } catch (LinkageError damage) {
      return "it cannot be loaded: "
          + damage
          + " (expected classes compiled against this version). Repair or remove the plug-in.";
    }
  }
}
