package org.hamtlab.experiments.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.hamtlab.map.Hamt;
import org.hamtlab.testkit.ChosenKey;
import org.hamtlab.testkit.MapModel;
import org.junit.jupiter.api.Test;

/** What a failed history says. */
class MapModelTest {
  private static final String PHRASE = "layout=tagged-int allocator=freelist assembly=shared";

  @Test
  void shortensAFailedHistoryAndSaysHowToRepeatIt() {
    MapModel model = new MapModel(PHRASE, MapModelTest::forgetful, 5, 1_500);

    assertThatThrownBy(model::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Steps left of 1500 after shortening: 1,")
        .hasMessageContaining("put key 5a5a5a5a#3, ")
        .hasMessageEndingWith(
            "Reproduce: ./hamt test -pl experiments -am -Dtest=ReproduceTest -Dhamt.phrase='"
                + PHRASE
                + "' -Dhamt.seed=5 -Dhamt.steps=1500");
  }

  @Test
  void failsAgainWhenItIsRepeated() {
    assertThat(message(new MapModel(PHRASE, MapModelTest::forgetful, 5, 1_500)))
        .isEqualTo(message(new MapModel(PHRASE, MapModelTest::forgetful, 5, 1_500)));
  }

  private static String message(MapModel model) {
    try {
      model.run();
      return "passed";
    } catch (AssertionError failure) {
      return failure.getMessage();
    }
  }

  /** A map whose removals do nothing for one key. */
  @SuppressWarnings("unchecked")
  private static Hamt<Object, Object> forgetful() {
    Hamt<Object, Object> map = Hamt.of(PHRASE);
    return (Hamt<Object, Object>)
        Proxy.newProxyInstance(
            Hamt.class.getClassLoader(),
            new Class<?>[] {Hamt.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("remove")
                  && new ChosenKey(0x5A5A5A5A, 3).equals(arguments[0])) {
                return map.get(arguments[0]);
              }
              try {
                return method.invoke(map, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
