package org.hamtlab.layout.sealedclass;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hamtlab.config.Parameter;
import org.hamtlab.config.Settings;
import org.hamtlab.config.StrategyId;
import org.hamtlab.config.Traits;
import org.hamtlab.spi.AllocatorFactory;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.ObjectNodeLayout;
import org.hamtlab.testkit.NodeLayoutContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** The contract of layouts notices a layout with one fault. */
class NodeLayoutContractTest {
  private static final NodeLayoutProvider SOUND = new SealedClassLayoutProvider();

  /** Answers one method falsely. */
  private interface Lie {
    Object answer(ObjectNodeLayout<Node> layout, Object[] arguments);
  }

  /** What is wrong, and the test that must notice. */
  private enum Fault {
    FINDS_NOTHING("occupied", "changesOneSlotAtATime", (layout, arguments) -> false),
    CONFUSES_SLOTS("slotOf", "changesOneSlotAtATime", (layout, arguments) -> 0),
    MISCOUNTS_SLOTS_IN_USE("usedSlots", "changesOneSlotAtATime", (layout, arguments) -> 1),
    NAMES_A_WRONG_FRAGMENT("fragmentAt", "changesOneSlotAtATime", (layout, arguments) -> 0),
    IGNORES_NEW_VALUES("setValue", "changesOneSlotAtATime", (layout, arguments) -> null),
    LOSES_THE_PREFIX("prefix", "keepsPrefixes", (layout, arguments) -> 0L),
    LOSES_THE_SKIP("prefixedCopy", "givesACopyAnotherPrefix", Fault::plainCopy),
    NEVER_GIVES_BACK("discard", "changesOneSlotAtATime", (layout, arguments) -> null),
    FORGETS_TO_PULL_UP("pulledUp", "movesEntriesDownAndUp", (layout, args) -> args[0]),
    LOSES_A_COLLIDING_ENTRY("withCollisionEntry", "collectsCollisions", (layout, args) -> args[0]),
    IGNORES_COLLIDING_VALUES(
        "setCollisionValue", "collectsCollisions", (layout, arguments) -> null),
    CLEARS_NOTHING("clear", "describesANodeAndForgetsEverything", (layout, arguments) -> null),
    CHANGES_BEFORE_IT_ASKS("withEntry", "changesOneSlotAtATime", Fault::spoiltEntry);

    private final String method;
    private final String noticedBy;
    private final Lie lie;

    Fault(String method, String noticedBy, Lie lie) {
      this.method = method;
      this.noticedBy = noticedBy;
      this.lie = lie;
    }

    private static Object plainCopy(ObjectNodeLayout<Node> layout, Object[] arguments) {
      return layout.prefixedCopy((Node) arguments[0], 0, 0);
    }

    private static Object spoiltEntry(ObjectNodeLayout<Node> layout, Object[] arguments) {
      Node branch = (Node) arguments[0];
      Object old = layout.value(branch, 0);
      layout.setValue(branch, 0, "spoilt");
      Node after = layout.withEntry(branch, (Integer) arguments[1], arguments[2], arguments[3]);
      int slot = layout.slotOf(after, (Integer) arguments[1]) == 0 ? 1 : 0;
      layout.setValue(after, slot, old);
      return after;
    }
  }

  @ParameterizedTest
  @EnumSource
  void noticesAFault(Fault fault) {
    assertThat(failures(fault)).contains(fault.noticedBy);
  }

  @Test
  void findsNoFaultWhereThereIsNone() {
    assertThat(failures(null)).isEmpty();
  }

  private static Set<String> failures(Fault fault) {
    NodeLayoutContract contract =
        new NodeLayoutContract() {
          @Override
          protected NodeLayoutProvider provider() {
            return new Provider(fault);
          }

          @Override
          protected boolean ownArrays() {
            return false;
          }
        };
    Set<String> failures = new TreeSet<>();
    for (Method test : NodeLayoutContract.class.getDeclaredMethods()) {
      if (test.isAnnotationPresent(Test.class) && !passes(test, contract)) {
        failures.add(test.getName());
      }
    }
    return failures;
  }

  private static boolean passes(Method test, NodeLayoutContract contract) {
    try {
      test.invoke(contract);
      return true;
    } catch (InvocationTargetException failure) {
      return failure.getCause() instanceof TestAbortedException;
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private record Provider(Fault fault) implements NodeLayoutProvider {
    @Override
    public StrategyId id() {
      return SOUND.id();
    }

    @Override
    public String summary() {
      return SOUND.summary();
    }

    @Override
    public String source() {
      return SOUND.source();
    }

    @Override
    public List<Parameter<?>> parameters() {
      return SOUND.parameters();
    }

    @Override
    public Traits traits(Settings settings) {
      return SOUND.traits(settings);
    }

    @Override
    @SuppressWarnings("unchecked")
    public NodeLayout create(Settings settings, AllocatorFactory allocators) {
      ObjectNodeLayout<Node> layout = (ObjectNodeLayout<Node>) SOUND.create(settings, allocators);
      return (NodeLayout)
          Proxy.newProxyInstance(
              ObjectNodeLayout.class.getClassLoader(),
              new Class<?>[] {ObjectNodeLayout.class},
              (proxy, method, arguments) ->
                  fault != null && method.getName().equals(fault.method)
                      ? fault.lie.answer(layout, arguments)
                      : truth(layout, method, arguments));
    }

    private static Object truth(NodeLayout layout, Method method, Object[] arguments)
        throws Throwable {
      try {
        return method.invoke(layout, arguments);
      } catch (InvocationTargetException failure) {
        throw failure.getCause();
      }
    }
  }
}
