package org.hamtlab.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.hamtlab.config.Faults;

/**
 * Reads presets: ours, and those that other jars bring in {@value #PLUGIN_PATH}. The files are
 * properties in UTF-8: a name, and the phrase that it stands for.
 */
final class PresetFiles {
  /** Where a jar keeps presets of its own. */
  static final String PLUGIN_PATH = "META-INF/hamtlab/presets.properties";

  private static final String OWN_PATH = "org/hamtlab/registry/presets.properties";

  private final Faults faults;
  private final Map<String, String> phrases = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();

  private PresetFiles(Faults faults) {
    this.faults = faults;
  }

  /** Our own presets. */
  static Map<String, String> own(Faults faults) {
    PresetFiles files = new PresetFiles(faults);
    files.readOwn();
    return files.phrases;
  }

  /**
   * Our own presets and those that a class loader sees.
   *
   * @param faults receives a fault for every name that is given twice
   */
  static Map<String, String> with(ClassLoader loader, Faults faults) {
    PresetFiles files = new PresetFiles(faults);
    files.readOwn();
    try {
      Set<URL> once = new LinkedHashSet<>();
      Set<String> addresses = new LinkedHashSet<>();
      for (URL resource : Collections.list(loader.getResources(PLUGIN_PATH))) {
        if (addresses.add(resource.toString())) {
          once.add(resource);
        }
      }
      once.forEach(resource -> files.read(resource, PLUGIN_PATH));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return files.phrases;
  }

  private void readOwn() {
    read(PresetFiles.class.getResource("presets.properties"), OWN_PATH);
  }

  private void read(URL resource, String path) {
    String place = Origin.of(resource, path);
    Properties file =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object name, Object phrase) {
            add(name.toString(), phrase.toString().strip(), place);
            return super.put(name, phrase);
          }
        };
    try {
      URLConnection connection = resource.openConnection();
      connection.setUseCaches(false);
      try (InputStream bytes = connection.getInputStream();
          Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
        file.load(text);
      }
    } catch (IOException | IllegalArgumentException failure) {
      faults.add(
          place
              + ": "
              + path
              + " cannot be read ("
              + failure
              + "; expected properties in UTF-8). Repair or remove the plug-in.");
    }
  }

  private void add(String name, String phrase, String place) {
    String other = places.putIfAbsent(name, place);
    if (other == null) {
      phrases.put(name, phrase);
    } else {
      faults.add(
          "preset: '@"
              + name
              + "' is defined twice (expected one phrase for each name), in "
              + other
              + " and in "
              + place
              + ". Remove or rename one of them.");
    }
  }
}
