package org.hamtlab.experiments.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.hamtlab.experiments.plan.Subject;

/**
 * Runs a map and a {@link HashMap} through one history and compares every answer.
 *
 * <p>The first history is random and collides heavily: keys share hash codes, low bits or high
 * bits. The second puts, gets, iterates and removes real keys. Equal seeds give equal histories.
 */
public final class EquivalenceGate {
  private static final int STEPS = 20_000;
  private static final int POOL = 400;
  private static final int COMPARE_EVERY = 1_000;

  private final Subject subject;
  private final long seed;
  private long operations;
  private String step = "creating the map";

  /** A gate for one subject. */
  public EquivalenceGate(Subject subject, long seed) {
    this.subject = subject;
    this.seed = seed;
  }

  /**
   * Runs the random history and then each list of real keys.
   *
   * @return operations compared
   * @throws GateException at the first answer that differs
   */
  public long check(List<List<Object>> realKeys) {
    guarded(this::randomHistory);
    for (List<Object> keys : realKeys) {
      guarded(map -> realHistory(map, keys));
    }
    return operations;
  }

  private void guarded(History history) {
    try {
      Map<Object, Object> map = subject.newMap();
      history.run(map);
      step = "closing the map";
      Subject.close(map);
    } catch (GateException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw new GateException(
          "operation " + operations + " of seed " + seed + ", " + step + ": threw " + e, e);
    }
  }

  /** Something done to a map. */
  private interface History {
    void run(Map<Object, Object> map);
  }

  private void randomHistory(Map<Object, Object> map) {
    Map<Object, Object> model = new HashMap<>();
    Random random = new Random(seed);
    List<Object> pool = pool(random);
    for (int i = 1; i <= STEPS; i++) {
      operations++;
      Object key = pool.get(random.nextInt(POOL));
      randomStep(map, model, key, i, random.nextInt(1000), random);
      same("size()", model.size(), map.size());
      if (i % COMPARE_EVERY == 0) {
        sameContent(model, map);
      }
    }
    clear(map, model);
  }

  private void randomStep(
      Map<Object, Object> map,
      Map<Object, Object> model,
      Object key,
      int value,
      int dice,
      Random random) {
    if (dice < 450) {
      step = "put " + key;
      same(step, model.put(key, value), map.put(key, value));
    } else if (dice < 750) {
      step = "remove " + key;
      same(step, model.remove(key), map.remove(key));
    } else if (dice < 900) {
      step = "get " + key;
      same(step, model.get(key), map.get(key));
    } else if (dice < 990) {
      step = "containsKey " + key;
      same(step, model.containsKey(key), map.containsKey(key));
    } else if (dice < 998) {
      step = "removing while iterating";
      removeWhileIterating(map, model, random.nextInt());
    } else {
      clear(map, model);
    }
  }

  private void clear(Map<Object, Object> map, Map<Object, Object> model) {
    step = "clear";
    map.clear();
    model.clear();
    sameContent(model, map);
  }

  private void removeWhileIterating(
      Map<Object, Object> map, Map<Object, Object> model, int pattern) {
    Iterator<Map.Entry<Object, Object>> iterator = map.entrySet().iterator();
    while (iterator.hasNext()) {
      Map.Entry<Object, Object> entry = iterator.next();
      Object key = entry.getKey();
      same("value of " + key, model.get(key), entry.getValue());
      if (((key.hashCode() ^ pattern) & 3) == 0) {
        iterator.remove();
        model.remove(key);
      }
    }
  }

  private void realHistory(Map<Object, Object> map, List<Object> keys) {
    Map<Object, Object> model = new HashMap<>();
    int order = 0;
    for (Object key : keys) {
      operations++;
      step = "put " + key;
      same(step, model.put(key, order), map.put(key, order));
      order++;
    }
    sameContent(model, map);
    List<Object> distinct = new ArrayList<>(model.keySet());
    for (int i = 0; i < distinct.size(); i += 2) {
      remove(map, model, distinct.get(i));
    }
    sameContent(model, map);
    for (int i = 1; i < distinct.size(); i += 2) {
      remove(map, model, distinct.get(i));
    }
    sameContent(model, map);
  }

  private void remove(Map<Object, Object> map, Map<Object, Object> model, Object key) {
    operations++;
    step = "remove " + key;
    same(step, model.remove(key), map.remove(key));
    same("get of removed " + key, null, map.get(key));
  }

  private void sameContent(Map<Object, Object> model, Map<Object, Object> map) {
    step = "comparing the whole content";
    same("size()", model.size(), map.size());
    model.forEach((key, value) -> same("get " + key, value, map.get(key)));
    HashSet<Object> seen = new HashSet<>();
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      if (!seen.add(entry.getKey())) {
        throw new GateException(at() + ": iteration shows " + entry.getKey() + " twice", null);
      }
      same("iterated value of " + entry.getKey(), model.get(entry.getKey()), entry.getValue());
    }
    same("entries iterated", model.size(), seen.size());
  }

  private void same(String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new GateException(
          at() + ", " + what + ": answered " + actual + ", java.util.HashMap " + expected, null);
    }
  }

  private String at() {
    return "operation " + operations + " of seed " + seed;
  }

  private static List<Object> pool(Random random) {
    int[] shared = {0, -1, 1, 0x55555555, Integer.MIN_VALUE, random.nextInt()};
    List<Object> pool = new ArrayList<>();
    for (int id = 0; id < POOL; id++) {
      int hash =
          switch (id % 4) {
            case 0 -> shared[random.nextInt(shared.length)];
            case 1 -> random.nextInt() << 20;
            case 2 -> random.nextInt() >>> 20;
            default -> random.nextInt();
          };
      pool.add(new Colliding(id, hash));
    }
    return pool;
  }
}
