package org.hamtlab.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamtlab.spi.CompositionConstants;
import org.hamtlab.spi.HashDigits;
import org.hamtlab.spi.HashMixer;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.PathCompression;

/**
 * Defines its own copies of the classes in some package trees, from their class files, and
 * delegates everything else. Copies have call sites, profiles and statics of their own.
 */
final class CopyingLoader extends ClassLoader implements CompositionConstants.Source {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, Class<?>> originalsByPackage = new LinkedHashMap<>();

  private HashMixer mixer;
  private PathCompression compression;
  private int generations;
  private boolean memoises;
  private int rootTableLoad;

  /** Stated last, so whoever sees it sees the others. */
  private volatile HashDigits digits;

  /** The composition that the copies belong to, so that it lives as long as one of its maps. */
  @SuppressWarnings("unused")
  private Object owner;

  /**
   * Creates a loader.
   *
   * @param originals a class in the root of each package tree that is copied
   */
  CopyingLoader(List<Class<?>> originals) {
    super(CopyingLoader.class.getClassLoader());
    for (Class<?> original : originals) {
      originalsByPackage.putIfAbsent(original.getPackageName(), original);
    }
  }

  /** States the composition's constants, before the first operation of its first map. */
  synchronized void know(NodeLayout layout, Recipe recipe) {
    if (this.digits == null) {
      this.mixer = recipe.keyed() ? null : recipe.mixers().get();
      this.generations = recipe.generations();
      this.compression = recipe.compression();
      this.memoises = layout.memoises();
      this.rootTableLoad = layout.rootTableLoad();
      this.digits = layout.digits();
    }
  }

  @Override
  public HashDigits digits() {
    return digits;
  }

  @Override
  public HashMixer mixer() {
    return mixer;
  }

  @Override
  public int generations() {
    return generations;
  }

  @Override
  public boolean memoises() {
    return memoises;
  }

  @Override
  public int rootTableLoad() {
    return rootTableLoad;
  }

  @Override
  public PathCompression compression() {
    return compression;
  }

  void ownedBy(Object composition) {
    owner = composition;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> original = originalOf(name);
    if (original == null) {
      return delegated(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> copy = findLoadedClass(name);
      return copy == null ? define(name, original) : copy;
    }
  }

  private Class<?> originalOf(String name) {
    int end = name.lastIndexOf('.');
    while (end > 0) {
      Class<?> original = originalsByPackage.get(name.substring(0, end));
      if (original != null) {
        return original;
      }
      end = name.lastIndexOf('.', end - 1);
    }
    return null;
  }

  /** Asks api's own loader first, then those of the strategies, for what a plug-in brought. */
  private Class<?> delegated(String name) throws ClassNotFoundException {
    try {
      return super.loadClass(name, false);
    } catch (ClassNotFoundException absent) {
      for (Class<?> original : originalsByPackage.values()) {
        ClassLoader loader = original.getClassLoader();
        if (loader != null && loader != getParent()) {
          try {
            return loader.loadClass(name);
          } catch (ClassNotFoundException absentThere) {
            absent.addSuppressed(absentThere);
          }
        }
      }
      throw absent;
    }
  }

  private Class<?> define(String name, Class<?> original) throws ClassNotFoundException {
    try (InputStream stream = open(name.replace('.', '/') + ".class", original)) {
      if (stream == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = stream.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length, original.getProtectionDomain());
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  private static InputStream open(String file, Class<?> original) throws IOException {
    return original.getModule().isNamed()
        ? original.getModule().getResourceAsStream(file)
        : original.getClassLoader().getResourceAsStream(file);
  }
}
