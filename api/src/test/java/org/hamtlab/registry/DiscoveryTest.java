package org.hamtlab.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamtlab.config.Axis;
import org.hamtlab.config.ConfigurationException;
import org.hamtlab.config.StrategyId;
import org.hamtlab.spi.StrategyProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiscoveryTest {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final List<URLClassLoader> loaders = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void closeLoaders() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }

  @Test
  void findsProvidersAndPresetsOfTheContextClassLoader() throws IOException {
    use(
        plugin()
            .mixer("public final", "Fine", "acme.fine", "")
            .resource(PresetFiles.PLUGIN_PATH, "acme-best = hash=acme.fine\n")
            .write("fine.jar"));

    assertThat(Registry.installed().providers(Axis.HASH).stream().map(StrategyProvider::id))
        .contains(new StrategyId("acme.fine"));
    assertThat(Registry.installed().presets())
        .containsEntry("acme-best", "hash=acme.fine")
        .containsKeys("default", "mojo-hamt");
  }

  @Test
  void searchesOnceForEachClassLoader() throws IOException {
    use(plugin().mixer("public final", "Fine", "acme.fine", "").write("fine.jar"));
    Registry first = Registry.installed();
    assertThat(Registry.installed()).isSameAs(first);

    use(plugin().mixer("public final", "Other", "acme.other", "").write("other.jar"));
    assertThat(Registry.installed()).isNotSameAs(first);
    assertThat(Registry.installed().providers(Axis.HASH).stream().map(StrategyProvider::id))
        .contains(new StrategyId("acme.other"))
        .doesNotContain(new StrategyId("acme.fine"));
  }

  @Test
  void usesItsOwnLoaderWhereAThreadHasNone() {
    Thread.currentThread().setContextClassLoader(null);
    Registry withoutContext = Registry.installed();
    Thread.currentThread().setContextClassLoader(Registry.class.getClassLoader());

    assertThat(Registry.installed()).isSameAs(withoutContext);
  }

  @Test
  void namesBothClassesAndJarsOfADuplicateId() throws IOException {
    use(
        plugin().mixer("public final", "One", "acme.same", "").write("one.jar"),
        plugin().mixer("public final", "Two", "acme.same", "").write("two.jar"));

    assertRefused(
        Registry::installed,
        "hash: 'acme.same' is claimed twice (expected one class for each id). acme.One (one.jar)"
            + " and acme.Two (two.jar) both claim it. Remove one of them");
  }

  @Test
  void namesBothJarsOfADuplicatePreset() throws IOException {
    use(
        plugin().resource(PresetFiles.PLUGIN_PATH, "p = hash=a\n").write("one.jar"),
        plugin()
            .resource(PresetFiles.PLUGIN_PATH, "p = hash=b\ndefault = hash=c\n")
            .write("two.jar"));

    assertRefused(
        Registry::installed,
        "preset: '@p' is defined twice",
        "in one.jar and in two.jar",
        "preset: '@default' is defined twice",
        "and in two.jar");
  }

  @Test
  void refusesProvidersThatCannotBeCreatedAndNamesAllOfThem() throws IOException {
    use(
        plugin()
            .mixer("public final", "Fine", "acme.fine", "")
            .mixer("final", "Hidden", "acme.hidden", "public Hidden() {}")
            .mixer("public abstract", "Vague", "acme.vague", "")
            .mixer("public final", "Closed", "acme.closed", "private Closed() {}")
            .mixer("public final", "Needy", "acme.needy", "public Needy(int bits) {}")
            .mixer(
                "public final",
                "Angry",
                "acme.angry",
                "public Angry() { throw new IllegalStateException(\"no\"); }")
            .mixer(
                "public final",
                "Broken",
                "acme.broken",
                "static final int SPAN = Integer.parseInt(\"x\");")
            .mixer("public final", "Misnamed", "acme/Misnamed", "")
            .service("acme.Missing")
            .stranger("Stranger")
            .write("acme.jar"));

    assertRefused(
        Registry::installed,
        "acme.Hidden (acme.jar): its class is not public (expected a public class). Make it"
            + " public.",
        "acme.Vague (acme.jar): its class is abstract (expected a final class).",
        "acme.Closed (acme.jar): it has no public constructor without parameters",
        "acme.Needy (acme.jar): it has no public constructor without parameters",
        "acme.Angry (acme.jar): its constructor fails with java.lang.IllegalStateException: no",
        "acme.Broken (acme.jar): its constructor fails with java.lang.NumberFormatException",
        "acme.Misnamed (acme.jar): its id or parameters fail with",
        "acme.Missing (acme.jar): it is not there",
        "acme.Stranger (acme.jar): it is no HashMixerProvider");
  }

  private PluginJar plugin() {
    return new PluginJar(folder);
  }

  private void use(Path... jars) throws IOException {
    URL[] places = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      places[i] = jars[i].toUri().toURL();
    }
    URLClassLoader loader = new URLClassLoader(places, Registry.class.getClassLoader());
    loaders.add(loader);
    Thread.currentThread().setContextClassLoader(loader);
  }

  private static void assertRefused(ThrowingCallable search, String... parts) {
    assertThatThrownBy(search)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(parts)
        .satisfies(refusal ->
            assertThat(refusal.getMessage().lines())
                .noneMatch(line -> line.startsWith("acme.Fine")));
  }
}
