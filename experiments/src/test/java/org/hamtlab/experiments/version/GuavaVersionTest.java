package org.hamtlab.experiments.version;

import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.TestStringMapGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import com.google.common.collect.testing.features.MapFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import junit.framework.Test;
import junit.framework.TestSuite;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;

/** Guava's conformance tests for {@code asMap()} of versions and for transients. */
public final class GuavaVersionTest {
  private static final List<String> PHRASES =
      List.of(
          "@default",
          "hash=identity layout=sealed-class allocator=gc compression=none",
          "hash=java-spread layout=sealed-class{span=3} allocator=arena compression=path",
          "hash=murmur3-fmix32 layout=tagged-int{span=6} allocator=pool{slots=64}",
          "hash=stafford-mix13 layout=tagged-int{memory=native,hash-bits=60} allocator=malloc",
          "hash=constant layout=tagged-int allocator=freelist compression=none");

  private GuavaVersionTest() {}

  /** Two suites a composition. */
  public static Test suite() {
    TestSuite suite = new TestSuite("versions");
    for (String phrase : PHRASES) {
      Composition composition = Composition.of(phrase);
      suite.addTest(
          suite(
              phrase + " asMap",
              entries -> filled(composition, entries).asMap(),
              CollectionFeature.NONE));
      suite.addTest(
          suite(
              phrase + " transient",
              entries -> asTransient(composition, entries),
              MapFeature.GENERAL_PURPOSE,
              MapFeature.FAILS_FAST_ON_CONCURRENT_MODIFICATION,
              CollectionFeature.SUPPORTS_ITERATOR_REMOVE));
    }
    return suite;
  }

  private static PersistentHamt<String, String> filled(
      Composition composition, Map.Entry<String, String>[] entries) {
    PersistentHamt<String, String> version = composition.newPersistentMap();
    for (Map.Entry<String, String> entry : entries) {
      version = version.put(entry.getKey(), entry.getValue());
    }
    return version;
  }

  /** A transient that shares what its version has, and lost one entry. */
  private static Map<String, String> asTransient(
      Composition composition, Map.Entry<String, String>[] entries) {
    Hamt<String, String> map = filled(composition, entries).put("removed", "").asTransient();
    map.remove("removed");
    return map;
  }

  private static Test suite(
      String name,
      Function<Map.Entry<String, String>[], Map<String, String>> maps,
      Feature<?>... features) {
    List<Feature<?>> all = new ArrayList<>(Arrays.asList(features));
    all.add(MapFeature.ALLOWS_NULL_KEYS);
    all.add(MapFeature.ALLOWS_NULL_VALUES);
    all.add(MapFeature.ALLOWS_ANY_NULL_QUERIES);
    all.add(CollectionSize.ANY);
    return MapTestSuiteBuilder.using(
            new TestStringMapGenerator() {
              @Override
              protected Map<String, String> create(Map.Entry<String, String>[] entries) {
                return maps.apply(entries);
              }
            })
        .named(name.replaceAll("[^A-Za-z0-9=@-]+", " "))
        .withFeatures(all)
        .createTestSuite();
  }
}
