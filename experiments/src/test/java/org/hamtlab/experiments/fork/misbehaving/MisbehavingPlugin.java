package org.hamtlab.experiments.fork.misbehaving;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamtlab.experiments.composition.broken.BrokenAllocatorProvider;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.HashMixerProvider;

/** The class path of children that find the plug-ins with faults, as a jar in plugins/ would be. */
public final class MisbehavingPlugin {
  private MisbehavingPlugin() {}

  /** This class path, and a folder that registers the providers. */
  public static String classPath(Path folder) throws IOException {
    register(folder, HashMixerProvider.class, MisbehavingMixerProvider.class);
    register(folder, AllocatorProvider.class, BrokenAllocatorProvider.class);
    return System.getProperty("java.class.path") + File.pathSeparator + folder;
  }

  private static void register(Path folder, Class<?> service, Class<?> provider)
      throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(service.getName()), provider.getName());
  }
}
