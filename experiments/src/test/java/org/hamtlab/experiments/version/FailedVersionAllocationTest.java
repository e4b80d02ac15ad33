package org.hamtlab.experiments.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.hamtlab.map.Hamt;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.testkit.ChosenKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The k-th request of every allocator of a family fails, for k = 1, 2, 3, … until none does: every
 * version stays what it was, and the operation works when it is tried again.
 */
class FailedVersionAllocationTest {
  private static final int STEPS = 160;
  private static final int MOST_REQUESTS = 4_000;

  static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (String arrays : List.of("exact", "doubling,min-capacity=1")) {
      for (String compression : List.of("none", "path", "bounded-path{skip=1}")) {
        String shape = "{span=" + (arrays.length() > 5 ? 3 : 6) + ",arrays=" + arrays + "}";
        String tail = " compression=" + compression + " assembly=shared allocator=";
        String parents = "faulty{parent=checked{parent=";
        phrases.add("hash=identity layout=tagged-int" + shape + tail + parents + "freelist}");
        phrases.add("hash=identity layout=champ-words" + shape + tail + parents + "freelist}");
        phrases.add("hash=identity layout=sealed-class" + shape + tail + parents + "arena}");
        phrases.add("hash=identity layout=sealed-class" + shape + tail + parents + "gc}");
        String inline = shape.replace("}", ",entries=inline}");
        phrases.add("hash=identity layout=sealed-class" + inline + tail + parents + "arena}");
        phrases.add("hash=identity layout=sealed-class" + inline + tail + parents + "gc}");
        phrases.add("hash=identity layout=dense{span=3}" + tail + parents + "arena}");
        String apart = shape.replace("}", ",headers=apart}");
        phrases.add("hash=identity layout=tagged-int" + apart + tail + parents + "freelist}");
        String separate = shape.replace("}", ",entries=separate}");
        phrases.add("hash=identity layout=tagged-int" + separate + tail + parents + "freelist}");
        String memory = shape.replace("}", ",memory=native}");
        phrases.add("hash=identity layout=tagged-int" + memory + tail + parents + "malloc}");
      }
    }
    for (String compression : List.of("none", "lazy-expansion")) {
      String tail = " assembly=shared compression=" + compression + " allocator=faulty{parent=gc";
      phrases.add("hash=identity layout=champ" + tail);
      phrases.add("hash=identity layout=sealed-class{branches=per-arity,span=4}" + tail);
      phrases.add(
          "hash=identity layout=sealed-class{branches=per-arity,entries=inline,span=4}" + tail);
      phrases.add("hash=identity layout=clojure-hybrid{span=3,array-from=30}" + tail);
    }
    return phrases;
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void leavesEveryVersionAsItWas(String phrase) {
    int refused = 0;
    int requests = 0;
    for (int request = 1; request < MOST_REQUESTS; request = next(request)) {
      int failures = new History(phrase + ",at=" + request + "}").play();
      refused += failures;
      requests++;
      if (failures == 0) {
        break;
      }
    }
    assertThat(refused).as("refused requests").isGreaterThan(20);
    assertThat(requests).as("numbers of requests that were refused").isGreaterThan(5);
  }

  /** Each of the first, then fewer and fewer. */
  private static int next(int request) {
    return request < 100 ? request + 1 : request + request / 20;
  }

  /** One history under one allocator. */
  private static final class History {
    private final SplittableRandom random = new SplittableRandom(11);
    private final List<PersistentHamt<Object, Object>> versions = new ArrayList<>();
    private final List<Map<Object, Object>> models = new ArrayList<>();
    private final String phrase;
    private int failures;

    History(String phrase) {
      this.phrase = phrase;
    }

    /** Plays it; answers how many requests were refused. */
    int play() {
      keep(TestRegistry.version(phrase), new HashMap<>());
      for (int step = 0; step < STEPS; step++) {
        step(step);
      }
      for (int number = 0; number < versions.size(); number++) {
        assertThat(versions.get(number).asMap())
            .as("version %d of %s", number, phrase)
            .isEqualTo(models.get(number));
      }
      return failures;
    }

    private void step(int step) {
      int from = versions.size() - 1 - random.nextInt(Math.min(versions.size(), 3));
      int other = random.nextInt(versions.size());
      PersistentHamt<Object, Object> version = versions.get(from);
      PersistentHamt<Object, Object> second = versions.get(other);
      Map<Object, Object> model = new HashMap<>(models.get(from));
      Object key = key();
      switch (random.nextInt(16)) {
        case 0, 1, 2, 3 -> {
          model.put(key, step);
          attempt(model, () -> version.put(key, step));
        }
        case 4, 5 -> {
          model.remove(key);
          attempt(model, () -> version.remove(key));
        }
        case 6 -> {
          model.put(key, -step);
          attempt(model, () -> version.update(key, old -> -step));
        }
        case 7, 8 -> {
          Map<Object, Object> more = more(step);
          model.putAll(more);
          attempt(model, () -> version.putAll(more));
        }
        case 9 -> {
          Map<Object, Object> less = more(step);
          model.keySet().removeAll(less.keySet());
          attempt(model, () -> version.removeAll(less.keySet()));
        }
        case 10 -> {
          model.keySet().removeIf(each -> Objects.hash(each) % 4 == 1);
          attempt(model, () -> version.filter((each, value) -> Objects.hash(each) % 4 != 1));
        }
        case 11 -> {
          model.replaceAll((each, value) -> step);
          attempt(model, () -> version.mapValues((each, value) -> step));
        }
        case 12 -> {
          model.putAll(models.get(other));
          attempt(model, () -> version.union(second));
        }
        case 13 -> {
          model.keySet().retainAll(models.get(other).keySet());
          attempt(model, () -> version.intersection(second));
        }
        case 14 -> {
          model.keySet().removeAll(models.get(other).keySet());
          attempt(model, () -> version.difference(second));
        }
        default -> edit(version, model, step);
      }
    }

    /** Tries twice, unless every first request is refused. */
    private void attempt(
        Map<Object, Object> model, Supplier<PersistentHamt<Object, Object>> operation) {
      for (int attempt = 0; attempt < 2; attempt++) {
        try {
          keep(operation.get(), model);
          return;
        } catch (AllocationException refused) {
          failures++;
          int last = versions.size() - 1;
          assertThat(versions.get(last).asMap()).isEqualTo(models.get(last));
        }
      }
    }

    private void edit(PersistentHamt<Object, Object> version, Map<Object, Object> model, int step) {
      Hamt<Object, Object> map;
      try {
        map = version.asTransient();
      } catch (AllocationException refused) {
        failures++;
        return;
      }
      for (int edit = 0; edit < 12; edit++) {
        Object key = key();
        try {
          if (edit % 3 == 2) {
            // Where a version shares the branches, a removal copies them.
            assertThat(map.remove(key)).isEqualTo(model.get(key));
            model.remove(key);
          } else {
            assertThat(map.put(key, step)).isEqualTo(model.get(key));
            model.put(key, step);
          }
        } catch (AllocationException refused) {
          failures++;
          assertThat(new HashMap<>(map)).isEqualTo(model);
        }
      }
      assertThat(new HashMap<>(map)).isEqualTo(model);
      keep(map.persistent(), model);
    }

    private void keep(PersistentHamt<Object, Object> version, Map<Object, Object> model) {
      assertThat(version.size()).isEqualTo(model.size());
      versions.add(version);
      models.add(model);
    }

    private Map<Object, Object> more(int step) {
      Map<Object, Object> more = new HashMap<>();
      for (int count = 0; count < 12; count++) {
        more.put(key(), step);
      }
      return more;
    }

    private Object key() {
      int code = random.nextInt(3) << 29 | random.nextInt(2) << 14 | random.nextInt(5);
      return new ChosenKey(code, random.nextInt(2));
    }
  }
}
