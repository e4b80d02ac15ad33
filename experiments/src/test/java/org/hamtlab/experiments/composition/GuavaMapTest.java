package org.hamtlab.experiments.composition;

import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.TestStringMapGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.MapFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import junit.framework.Test;
import junit.framework.TestSuite;
import org.hamtlab.assembly.Composition;
import org.hamtlab.config.Axis;
import org.hamtlab.map.Hamt;
import org.hamtlab.registry.Registry;

/** Guava's conformance tests for maps over compositions that cover every strategy. */
public final class GuavaMapTest {
  static final List<String> PHRASES =
      withTheRest(
          "hash=identity layout=sealed-class allocator=gc compression=none",
          "hash=java-spread layout=sealed-class{span=3} allocator=arena compression=path",
          "hash=murmur3-fmix32 layout=sealed-class{span=6} allocator=freelist",
          "hash=stafford-mix13 layout=sealed-class{arrays=doubling} allocator=pool{slots=64}",
          "hash=mojo-ahash layout=sealed-class{hash-bits=64} allocator=checked{parent=gc}",
          "hash=constant layout=sealed-class allocator=gc compression=path",
          "hash=identity layout=tagged-int allocator=freelist compression=path",
          "hash=java-spread layout=tagged-int{bit-order=high-first} allocator=arena",
          "hash=murmur3-fmix32 layout=tagged-int{span=6} allocator=pool{slots=64}",
          "hash=stafford-mix13 layout=tagged-int{memory=native,hash-bits=60} allocator=malloc",
          "hash=mojo-ahash layout=tagged-int{memory=native} allocator=checked compression=none",
          "hash=constant layout=tagged-int allocator=freelist compression=none",
          "hash=identity layout=tagged-int allocator=quota{parent=poison{parent=pool{slots=64}}}",
          "hash=identity layout=sealed-class allocator=poison{parent=metered{parent=freelist}}",
          "layout=tagged-int{memory=native} allocator=metered{parent=faulty{parent=malloc}}",
          "layout=sealed-class allocator=locked{parent=quota{parent=gc}} compression=path",
          "layout=tagged-int allocator=faulty{parent=locked{parent=checked}} compression=none",
          "hash=stafford-mix13 layout=champ allocator=gc compression=none",
          "layout=dense allocator=arena compression=bounded-path",
          "layout=clojure-hybrid{span=3} allocator=gc compression=bounded-path{skip=0}",
          "layout=sealed-class{branches=per-arity} allocator=gc",
          "layout=champ{span=3,direct=50} allocator=checked{parent=gc}",
          "@mojo-hamt");

  private GuavaMapTest() {}

  /** The phrases, and one for each installed strategy that they do not name. */
  private static List<String> withTheRest(String... chosen) {
    Registry registry = Registry.installed();
    List<String> phrases = new ArrayList<>(List.of(chosen));
    for (Axis axis : Axis.values()) {
      Set<String> named =
          phrases.stream()
              .map(phrase -> registry.resolve(phrase).on(axis).name())
              .collect(Collectors.toSet());
      registry.providers(axis).stream()
          .map(provider -> provider.id().value())
          .filter(id -> !named.contains(id))
          .forEach(id -> phrases.add(axis.key() + "=" + id));
    }
    return List.copyOf(phrases);
  }

  /** One suite a composition. */
  public static Test suite() {
    TestSuite suite = new TestSuite("compositions");
    PHRASES.forEach(phrase -> suite.addTest(suite(phrase)));
    return suite;
  }

  private static Test suite(String phrase) {
    Composition composition = Composition.of(phrase);
    return MapTestSuiteBuilder.using(
            new TestStringMapGenerator() {
              @Override
              protected Map<String, String> create(Map.Entry<String, String>[] entries) {
                Hamt<String, String> map = composition.newMap();
                for (Map.Entry<String, String> entry : entries) {
                  map.put(entry.getKey(), entry.getValue());
                }
                return map;
              }
            })
        .named(phrase.replaceAll("[^A-Za-z0-9=@-]+", " "))
        .withFeatures(
            MapFeature.GENERAL_PURPOSE,
            MapFeature.ALLOWS_NULL_KEYS,
            MapFeature.ALLOWS_NULL_VALUES,
            MapFeature.ALLOWS_ANY_NULL_QUERIES,
            MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
            CollectionFeature.SUPPORTS_ITERATOR_REMOVE,
            CollectionSize.ANY)
        .createTestSuite();
  }
}
