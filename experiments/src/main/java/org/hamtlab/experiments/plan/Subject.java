package org.hamtlab.experiments.plan;

import java.lang.reflect.Constructor;
import java.util.Map;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.ConfigurationException;

/** Makes the empty maps of one phrase. */
@FunctionalInterface
public interface Subject {

  /** An empty map. */
  Map<Object, Object> newMap();

  /** The subject of a phrase: a composition, or {@code peer=} and the name of a map class. */
  static Subject of(String phrase) {
    if (!phrase.startsWith(Candidate.PEER)) {
      Composition composition = Composition.of(phrase);
      return composition::newMap;
    }
    Constructor<?> constructor = constructor(phrase.substring(Candidate.PEER.length()));
    return () -> create(constructor);
  }

  /** Closes a map that can be closed. */
  static void close(Map<?, ?> map) {
    if (map instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Constructor<?> constructor(String name) {
    try {
      Class<?> type = Class.forName(name);
      if (Map.class.isAssignableFrom(type)) {
        return type.getConstructor();
      }
    } catch (ReflectiveOperationException e) {
      throw notAMap(name, e);
    }
    throw notAMap(name, null);
  }

  private static ConfigurationException notAMap(String name, Throwable cause) {
    return new ConfigurationException(
        "peer: '" + name + "' is not on the class path as a java.util.Map with a public constructor"
            + " without parameters. An example is peer=java.util.HashMap.",
        cause);
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> create(Constructor<?> constructor) {
    try {
      return (Map<Object, Object>) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
