package org.hamtlab.experiments.composition;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.testkit.MapModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of every layout parameter, crossed with compressions and stacked allocators. */
class EveryParameterTest {
  private static final List<String> HASHES =
      List.of("identity", "java-spread", "murmur3-fmix32", "stafford-mix13", "mojo-ahash");
  private static final List<String> WORD_ALLOCATORS =
      List.of(
          "checked{parent=freelist{classes=power-of-two}}",
          "pool{slots=1000,growth=double}",
          "pool{slots=300,growth=adaptive,parent=freelist}",
          "arena{chunk=64,growth=fixed}",
          "metered{parent=poison{quarantine=7,parent=locked{parent=freelist}}}");
  private static final List<String> NATIVE_ALLOCATORS =
      List.of(
          "checked{parent=malloc}",
          "freelist{parent=malloc}",
          "pool{slots=500,parent=malloc}",
          "poison{quarantine=100,parent=checked{parent=malloc}}");
  private static final List<String> OBJECT_ALLOCATORS =
      List.of(
          "checked{parent=gc}",
          "pool{slots=500,parent=gc}",
          "checked{parent=freelist}",
          "locked{parent=poison{parent=metered{parent=gc}}}");

  static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (int span = 3; span <= 6; span++) {
      for (String order : List.of("low-first", "high-first")) {
        for (String bits : List.of("32", "60", "64")) {
          for (String arrays : List.of("exact", "doubling", "doubling,min-capacity=1")) {
            String shape =
                "span=" + span + ",bit-order=" + order + ",hash-bits=" + bits + ",arrays=" + arrays;
            add(phrases, "sealed-class{" + shape + "}", OBJECT_ALLOCATORS);
            add(phrases, "sealed-class{entries=inline," + shape + "}", OBJECT_ALLOCATORS);
            add(phrases, "tagged-int{" + shape + "}", WORD_ALLOCATORS);
            add(phrases, "tagged-int{memory=native," + shape + "}", NATIVE_ALLOCATORS);
            add(phrases, "champ-words{" + shape + "}", WORD_ALLOCATORS);
            add(phrases, "champ-words{memory=native," + shape + "}", NATIVE_ALLOCATORS);
          }
        }
      }
    }
    return phrases;
  }

  private static void add(List<String> phrases, String layout, List<String> allocators) {
    for (String compression : List.of("none", "lazy-expansion", "path")) {
      int number = phrases.size();
      phrases.add(
          "hash="
              + HASHES.get(number % HASHES.size())
              + " layout="
              + layout
              + " allocator="
              + allocators.get(number % allocators.size())
              + " compression="
              + compression
              + " assembly=shared");
    }
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void agreesWithHashMap(String phrase) {
    new MapModel(phrase, Composition.of(phrase)::newMap, phrase.hashCode(), 1_500).run();
  }
}
