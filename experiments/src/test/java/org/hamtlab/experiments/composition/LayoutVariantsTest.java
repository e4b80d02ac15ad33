package org.hamtlab.experiments.composition;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.assembly.Composition;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.registry.Registry;
import org.hamtlab.testkit.MapContract;
import org.hamtlab.testkit.MapModel;
import org.hamtlab.testkit.VersionContract;
import org.hamtlab.testkit.VersionModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The variants of layouts keep every contract, under compressions and allocators that fit them. */
class LayoutVariantsTest {

  private record Variants(
      List<String> layouts, List<String> allocators, List<String> compressions) {
    List<String> phrases() {
      List<String> phrases = new ArrayList<>();
      int number = 0;
      for (String layout : layouts) {
        for (String compression : compressions) {
          phrases.add(
              "hash="
                  + (number % 2 == 0 ? "java-spread" : "identity")
                  + " layout="
                  + layout
                  + " allocator="
                  + allocators.get(number++ % allocators.size())
                  + " compression="
                  + compression
                  + " assembly=shared");
        }
      }
      return phrases;
    }
  }

  private static final List<String> EVERY_COMPRESSION = List.of("lazy-expansion", "path", "none");

  private static final List<String> ORDINARY_BRANCHES = List.of("lazy-expansion", "none");
  private static final List<String> COLLECTED_ARRAYS =
      List.of("gc", "checked{parent=gc}", "metered{parent=gc}");

  private static final List<String> WORD_ALLOCATORS =
      List.of(
          "checked{parent=freelist}",
          "pool{slots=300,growth=double}",
          "checked{parent=first-fit}",
          "arena",
          "checked{parent=slab}",
          "poison{parent=checked{parent=freelist{classes=power-of-two}}}",
          "pool{slots=200,parent=freelist}");

  static List<String> phrases() {
    return List.of(
            new Variants(
                List.of(
                    "dense",
                    "dense{span=3,hash-bits=60,collisions=sorted}",
                    "dense{span=6,bit-order=high-first,hash-bits=64}"),
                List.of("gc", "checked{parent=freelist}", "checked{parent=gc}", "arena"),
                EVERY_COMPRESSION),
            new Variants(
                List.of(
                    "sealed-class{entries=inline}",
                    "sealed-class{entries=inline,span=3,hash-bits=60,collisions=sorted}",
                    "sealed-class{entries=inline,span=6,bit-order=high-first,arrays=doubling}"),
                List.of("gc", "checked{parent=freelist}", "checked{parent=gc}", "arena"),
                EVERY_COMPRESSION),
            new Variants(
                List.of(
                    "tagged-int{memoise=yes}",
                    "tagged-int{memoise=yes,span=3,hash-bits=60,collisions=sorted}",
                    "tagged-int{memoise=yes,span=6,bit-order=high-first,hash-bits=64,memory=native}"),
                List.of("checked{parent=freelist}", "arena", "checked{parent=first-fit}"),
                EVERY_COMPRESSION),
            new Variants(
                List.of(
                    "tagged-int{entries=separate}",
                    "tagged-int{entries=separate,span=3,hash-bits=60,collisions=sorted,memoise=yes}",
                    "tagged-int{entries=separate,headers=apart,span=6,bit-order=high-first}",
                    "tagged-int{entries=separate,root-table=direct,span=4,arrays=doubling}",
                    "tagged-int{entries=separate,memory=native,hash-bits=64}"),
                List.of("checked{parent=freelist}", "arena", "checked{parent=first-fit}"),
                EVERY_COMPRESSION),
            new Variants(
                List.of("tagged-int{entries=separate,memory=native}"),
                List.of("checked{parent=malloc}", "pool{slots=500,parent=malloc}"),
                List.of("lazy-expansion", "path")),
            new Variants(
                List.of(
                    "tagged-int{root-table=direct,span=3,root-table-load=100}",
                    "tagged-int{root-table=direct,root-table-load=5,memoise=yes,hash-bits=60}",
                    "tagged-int{root-table=direct,span=4,hash-bits=64,bit-order=high-first}",
                    "tagged-int{root-table=direct,span=6,bit-order=high-first,memory=native}"),
                List.of("checked{parent=freelist}", "arena", "checked{parent=first-fit}"),
                List.of("lazy-expansion", "path", "none", "bounded-path{skip=1}")),
            new Variants(
                List.of(
                    "tagged-int{headers=apart}",
                    "tagged-int{headers=apart,span=3,hash-bits=60,arrays=doubling,min-capacity=1}",
                    "tagged-int{headers=apart,memoise=yes,span=4,bit-order=high-first,collisions=sorted}"),
                WORD_ALLOCATORS,
                EVERY_COMPRESSION),
            new Variants(
                List.of(
                    "tagged-int{headers=apart,memory=native}",
                    "tagged-int{headers=apart,memory=native,span=6,hash-bits=64,arrays=doubling}"),
                List.of(
                    "checked{parent=malloc}",
                    "pool{slots=500,parent=malloc}",
                    "arena",
                    "checked{parent=freelist{parent=malloc}}"),
                EVERY_COMPRESSION),
            new Variants(
                List.of("tagged-int{headers=apart,span=3,arrays=rounded,min-capacity=3}"),
                List.of("checked{parent=slab}", "checked{parent=first-fit}"),
                List.of("bounded-path{skip=1}", "bounded-path{skip=3,removal=leaves}")),
            new Variants(
                List.of(
                    "tagged-int{span=3,arrays=rounded,min-capacity=3}",
                    "sealed-class{span=4,arrays=rounded}",
                    "sealed-class{span=4,arrays=rounded,entries=inline}"),
                List.of("checked{parent=freelist}", "arena"),
                List.of("bounded-path{skip=1}", "bounded-path{skip=3,removal=leaves}")),
            new Variants(
                List.of("champ", "clojure-hybrid"),
                List.of("gc"),
                List.of("bounded-path{skip=0}", "bounded-path{skip=0,removal=leaves}")),
            new Variants(
                List.of(
                    "sealed-class{branches=per-arity}",
                    "sealed-class{branches=per-arity,span=6,hash-bits=64,collisions=sorted}",
                    "sealed-class{branches=per-arity,entries=inline}",
                    "sealed-class{branches=per-arity,entries=inline,span=6,hash-bits=64}",
                    "clojure-hybrid",
                    "clojure-hybrid{span=3,hash-bits=60,array-from=30,pack-at=30}",
                    "clojure-hybrid{span=4,bit-order=high-first,array-from=60,collisions=sorted}"),
                COLLECTED_ARRAYS,
                ORDINARY_BRANCHES),
            new Variants(
                List.of(
                    "champ-words",
                    "champ-words{memoise=yes,span=3,hash-bits=60,collisions=sorted}",
                    "champ-words{span=6,bit-order=high-first,hash-bits=64,memory=native}",
                    "champ-words{span=4,arrays=doubling,min-capacity=2}"),
                List.of("checked{parent=freelist}", "arena", "checked{parent=first-fit}"),
                EVERY_COMPRESSION),
            new Variants(
                List.of("champ-words{span=4,arrays=rounded,min-capacity=3}"),
                List.of("checked{parent=freelist}", "arena"),
                List.of("bounded-path{skip=1}", "bounded-path{skip=3,removal=leaves}")))
        .stream()
        .flatMap(variants -> variants.phrases().stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void keepsTheMapContract(String phrase) {
    Composition composition = Composition.of(phrase);
    MapContract contract =
        new MapContract() {
          @Override
          protected Hamt<Object, Object> newMap() {
            return composition.newMap();
          }
        };
    ContractCheck.of(MapContract.class, contract, test -> !isLong(test.getName())).requireAll();
    new MapModel(phrase, composition::newMap, phrase.hashCode(), 2_000).run();
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void keepsTheVersionContract(String phrase) {
    Composition composition = Composition.of(phrase);
    VersionContract contract =
        new VersionContract() {
          @Override
          protected PersistentHamt<Object, Object> newVersion() {
            return composition.newPersistentMap();
          }
        };
    ContractCheck.of(VersionContract.class, contract, test -> !isLong(test.getName())).requireAll();
    String treatment = Registry.installed().resolve(phrase).phrase();
    new VersionModel(treatment, composition::newPersistentMap, phrase.hashCode(), 600).run();
  }

  /** What every combination of strategies is asked elsewhere. */
  private static boolean isLong(String test) {
    return test.startsWith("manyThreads") || test.equals("traversalTakesLittleHeap");
  }
}
