package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hamtlab.spi.AllocatorProvider;
import org.hamtlab.spi.HashMixerProvider;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.PathCompressionProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a module provides on the module path, it provides on the class path too. */
class ServiceFilesTest {
  private static final Map<String, LibraryModules> MODULES = LibraryModules.all();

  @Test
  void everyLibraryModuleIsHere() {
    assertThat(MODULES)
        .containsOnlyKeys(
            "org.hamtlab.allocator",
            "org.hamtlab.api",
            "org.hamtlab.compression",
            "org.hamtlab.hash",
            "org.hamtlab.layout",
            "org.hamtlab.testkit");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        HashMixerProvider.class,
        NodeLayoutProvider.class,
        AllocatorProvider.class,
        PathCompressionProvider.class
      })
  void provisionsAgree(Class<?> service) throws IOException {
    int providers = 0;
    for (LibraryModules module : MODULES.values()) {
      List<String> provided =
          module.descriptor().provides().stream()
              .filter(provision -> provision.service().equals(service.getName()))
              .map(ModuleDescriptor.Provides::providers)
              .flatMap(List::stream)
              .toList();
      assertThat(services(module, service.getName()))
          .as(module.descriptor().name())
          .containsExactlyInAnyOrderElementsOf(provided);
      providers += provided.size();
    }
    assertThat(providers).isPositive();
  }

  private static List<String> services(LibraryModules module, String service) throws IOException {
    String address = module.root() + "META-INF/services/" + service;
    try (InputStream lines = URI.create(address).toURL().openStream()) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toList());
    } catch (java.io.FileNotFoundException none) {
      return List.of();
    }
  }
}
