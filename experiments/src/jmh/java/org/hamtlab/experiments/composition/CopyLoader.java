package org.hamtlab.experiments.composition;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Defines classes and the classes nested in them once more, so that each copy has its own profile.
 */
public final class CopyLoader extends ClassLoader {
  private final List<String> copied;

  private CopyLoader(List<Class<?>> originals) {
    super(originals.getFirst().getClassLoader());
    this.copied = originals.stream().map(Class::getName).toList();
  }

  /** A copy of a class with a public constructor. */
  public static Class<?> copyOf(Class<?> original) {
    return copiesOf(List.of(original)).getFirst();
  }

  /**
   * Copies of classes that see each other's copies. They are public, since to the classes that stay
   * they belong to another package.
   */
  public static List<Class<?>> copiesOf(List<Class<?>> originals) {
    CopyLoader loader = new CopyLoader(originals);
    return originals.stream().<Class<?>>map(loader::copy).toList();
  }

  private Class<?> copy(Class<?> original) {
    try {
      return loadClass(original.getName());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private boolean isCopied(String name) {
    return copied.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + "$"));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isCopied(name)) {
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
