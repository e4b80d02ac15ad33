package org.hamtlab.experiments.composition;

import java.io.IOException;
import java.io.InputStream;

/**
 * Defines a class and the classes nested in it once more, so that each copy has its own profile.
 */
final class CopyLoader extends ClassLoader {
  private final String copied;

  private CopyLoader(Class<?> original) {
    super(original.getClassLoader());
    this.copied = original.getName();
  }

  /** A copy of a class with a public constructor. */
  static Class<?> copyOf(Class<?> original) {
    try {
      return new CopyLoader(original).loadClass(original.getName());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.equals(copied) && !name.startsWith(copied + "$")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = file.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }
}
