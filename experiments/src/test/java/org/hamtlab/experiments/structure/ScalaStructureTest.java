package org.hamtlab.experiments.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hamtlab.map.PersistentHamt;
import org.hamtlab.testkit.ChosenKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.collection.immutable.HashMap;
import scala.collection.immutable.HashMap$;

/**
 * {@code @champ} has the nodes of Scala's map, level by level, for the same hashes. Scala keeps
 * colliding entries below a chain that uses their hash up, ours where they part from all others; so
 * no hashes collide here, but in {@link CollisionOnlyPathTest}.
 */
class ScalaStructureTest {
  private static final String PHRASE = "@champ";

  private HashMap<Object, Object> theirs = HashMap$.MODULE$.empty();
  private PersistentHamt<Object, Object> ours = PersistentHamt.of(PHRASE);

  private void put(List<Integer> codes) {
    for (int code : codes) {
      Object key = new ChosenKey(code, 0);
      theirs = theirs.updated(key, code);
      ours = ours.put(key, code);
    }
    requireSame();
  }

  private void remove(List<Integer> codes) {
    for (int code : codes) {
      theirs = (HashMap<Object, Object>) theirs.removed(new ChosenKey(code, 0));
      ours = ours.remove(new ChosenKey(code, 0));
    }
    requireSame();
  }

  private void requireSame() {
    assertThat(Histogram.of(ours)).hasToString(ScalaNodes.of(theirs).toString());
    assertThat(ours.size()).isEqualTo(theirs.size());
  }

  private static List<Integer> codes(int count, long seed) {
    List<Integer> codes = new ArrayList<>();
    new Random(seed).ints().distinct().limit(count).forEach(codes::add);
    return codes;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32, 33, 600, 5_000, 50_000})
  void hasTheNodesOfAMapThatGrew(int count) {
    put(codes(count, count));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 8_000})
  void hasTheNodesOfAMapThatGrewAndShrank(int count) {
    List<Integer> codes = codes(count, count);
    put(codes);
    Collections.shuffle(codes, new Random(1));
    remove(codes.subList(0, count / 2));
    put(codes.subList(0, count / 4));
    remove(codes.subList(0, count - 20));
  }
}
