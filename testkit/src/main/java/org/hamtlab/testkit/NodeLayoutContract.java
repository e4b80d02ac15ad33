package org.hamtlab.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hamtlab.config.Settings;
import org.hamtlab.config.Trait;
import org.hamtlab.spi.AllocationException;
import org.hamtlab.spi.IntNodeLayout;
import org.hamtlab.spi.NodeLayout;
import org.hamtlab.spi.NodeLayoutProvider;
import org.hamtlab.spi.ObjectNodeLayout;
import org.hamtlab.testkit.CollidingKeys.Plain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every node layout must do, tried on single branches against a sorted map. Layouts of either
 * kind of reference are asked through the interface for objects.
 */
public abstract class NodeLayoutContract extends ProviderContract<NodeLayoutProvider> {
  private static final int STEPS = 4_000;

  /** Beyond the size from which on layouts may sort. */
  private static final int COLLIDING = 20;

  private TestAllocator allocator;
  private NodeLayout created;

  /** Creates the contract. */
  protected NodeLayoutContract() {}

  /** Whether the allocator of the test grants arrays of their own. */
  protected abstract boolean ownArrays();

  /** Values that differ from the defaults, by parameter name; none by default. */
  protected Map<String, Object> chosen() {
    return Map.of();
  }

  @Override
  protected final Settings settings() {
    Map<String, Object> values = new LinkedHashMap<>(super.settings().values());
    values.putAll(chosen());
    return new Settings(values);
  }

  /** Frees native memory. */
  @AfterEach
  public final void release() {
    if (created != null && created.release() != null) {
      created.release().run();
    }
  }

  @SuppressWarnings("unchecked")
  private ObjectNodeLayout<Object> layout() {
    NodeLayout layout =
        provider()
            .create(
                settings(),
                memory -> {
                  allocator = new TestAllocator(memory, ownArrays());
                  return allocator;
                });
    created = layout;
    return layout instanceof ObjectNodeLayout<?> objects
        ? (ObjectNodeLayout<Object>) objects
        : boxed(layout);
  }

  /** The interface for objects over one for ints, which has the same methods. */
  @SuppressWarnings("unchecked")
  private static ObjectNodeLayout<Object> boxed(NodeLayout layout) {
    return (ObjectNodeLayout<Object>)
        Proxy.newProxyInstance(
            NodeLayoutContract.class.getClassLoader(),
            new Class<?>[] {ObjectNodeLayout.class},
            (proxy, method, arguments) -> {
              try {
                Object result = same(method).invoke(layout, arguments);
                return result instanceof IntNodeLayout view ? boxed(view) : result;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  private static Method same(Method method) {
    return Arrays.stream(IntNodeLayout.class.getMethods())
        .filter(each -> each.getName().equals(method.getName()))
        .filter(each -> each.getParameterCount() == method.getParameterCount())
        .findFirst()
        .orElseThrow();
  }

  private static Object replaced(ObjectNodeLayout<Object> layout, Object old, Object changed) {
    if (!old.equals(changed)) {
      layout.discard(old);
    }
    return changed;
  }

  private static void requireSame(
      ObjectNodeLayout<Object> layout, Object branch, TreeMap<Integer, Object> expected) {
    assertThat(layout.usedSlots(branch)).isEqualTo(expected.size());
    assertThat(layout.slotCount(branch)).isGreaterThanOrEqualTo(expected.size());
    for (var entry : expected.entrySet()) {
      int slot = layout.slotOf(branch, entry.getKey());
      assertThat(layout.fragmentAt(branch, slot)).isEqualTo(entry.getKey());
      assertThat(layout.kind(branch, slot)).isEqualTo(NodeLayout.ENTRY);
      assertThat(layout.key(branch, slot)).isEqualTo("key" + entry.getKey());
      assertThat(layout.value(branch, slot)).isEqualTo(entry.getValue());
    }
  }

  @Test
  public void keepsThePathsThatItIsTold() {
    ObjectNodeLayout<Object> layout = layout();
    assumeThat(layout.memoises()).isTrue();
    assertThat(layout.isConcurrent()).isFalse();
    long all = layout.digits().path(-1L);
    layout.announce(all);
    Object branch = layout.entryBranch(0, 0, 3, "first", 0);
    layout.announce(all - 1);
    branch = replaced(layout, branch, layout.withEntry(branch, 5, "second", 1));
    assertThat(layout.path(branch, layout.slotOf(branch, 3))).isEqualTo(all);
    assertThat(layout.path(branch, layout.slotOf(branch, 5))).isEqualTo(all - 1);
    int slot = layout.slotOf(branch, 5);
    Object collision = layout.collision(branch, slot, "third", 2);
    assertThat(layout.collisionPath(collision)).isEqualTo(all - 1);
    branch = replaced(layout, branch, layout.withChildAt(branch, slot, collision));
    assertThat(layout.path(branch, slot)).isEqualTo(all - 1);
    layout.announce(7);
    ObjectNodeLayout<Object> view = layout.editing();
    Object copy = view.copied(branch);
    view.linkEntry(copy, view.slotOf(copy, 3), "first", 9);
    assertThat(view.path(copy, view.slotOf(copy, 3))).isEqualTo(all);
    assertThat(view.value(copy, view.slotOf(copy, 3))).isEqualTo(9);
    assertThat(view.path(copy, slot)).isEqualTo(all - 1);
  }

  @Test
  public void changesOneSlotAtATime() {
    ObjectNodeLayout<Object> layout = layout();
    SplittableRandom random = new SplittableRandom(11);
    TreeMap<Integer, Object> expected = new TreeMap<>();
    Object branch = layout.entryBranch(0, 0, 3, "key3", 0);
    expected.put(3, 0);
    for (int step = 0; step < STEPS; step++) {
      int fragment = random.nextInt(layout.digits().mask() + 1);
      boolean occupied = layout.occupied(branch, fragment);
      assertThat(occupied).isEqualTo(expected.containsKey(fragment));
      allocator.fail(random.nextInt(4) == 0);
      if (!occupied) {
        branch = added(layout, branch, fragment, step, expected);
      } else if (random.nextBoolean() || expected.size() == 1) {
        layout.setValue(branch, layout.slotOf(branch, fragment), step);
        expected.put(fragment, step);
      } else {
        int slot = layout.slotOf(branch, fragment);
        layout.dropEntry(branch, slot);
        branch = replaced(layout, branch, layout.withoutSlot(branch, slot));
        expected.remove(fragment);
      }
      requireSame(layout, branch, expected);
    }
    layout.discard(branch);
    assertThat(allocator.telemetry().slotsLive()).isZero();
  }

  private static Object added(
      ObjectNodeLayout<Object> layout,
      Object branch,
      int fragment,
      Object value,
      TreeMap<Integer, Object> expected) {
    try {
      Object changed = layout.withEntry(branch, fragment, "key" + fragment, value);
      expected.put(fragment, value);
      return replaced(layout, branch, changed);
    } catch (AllocationException refused) {
      return branch;
    }
  }

  @Test
  public void movesEntriesDownAndUp() {
    ObjectNodeLayout<Object> layout = layout();
    Object branch = layout.entryBranch(0, 0, 1, "one", 1);
    int slot = layout.slotOf(branch, 1);
    Object fork = layout.forkBranch(0, 0, branch, slot, 6, 2, "two", 2);
    assertThat(layout.key(fork, layout.slotOf(fork, 6))).isEqualTo("one");
    assertThat(layout.key(fork, layout.slotOf(fork, 2))).isEqualTo("two");
    branch = replaced(layout, branch, layout.withChildAt(branch, slot, fork));
    slot = layout.slotOf(branch, 1);
    assertThat(layout.kind(branch, slot)).isEqualTo(NodeLayout.BRANCH);
    Object child = layout.child(branch, slot);
    int rest = layout.slotOf(child, 6);
    layout.dropEntry(child, layout.slotOf(child, 2));
    branch = replaced(layout, branch, layout.pulledUp(branch, slot, child, rest));
    layout.discard(child);
    slot = layout.slotOf(branch, 1);
    assertThat(layout.kind(branch, slot)).isEqualTo(NodeLayout.ENTRY);
    assertThat(layout.key(branch, slot)).isEqualTo("one");
    layout.discard(branch);
    assertThat(allocator.telemetry().slotsLive()).isZero();
  }

  private void assumePrefixes() {
    assumeThat(provider().traits(settings()).needs())
        .as("what the layout needs of the compression")
        .doesNotContain(Trait.ORDINARY_BRANCHES);
  }

  @Test
  public void keepsPrefixes() {
    assumePrefixes();
    ObjectNodeLayout<Object> layout = layout();
    long prefix = layout.digits().path(0x1234_5678_9ABC_DEF0L) & layout.digits().runMask(2, 3);
    Object branch = layout.entryBranch(3, prefix, 1, "one", 1);
    assertThat(layout.skip(branch)).isEqualTo(3);
    assertThat(layout.prefix(branch)).isEqualTo(prefix);
    branch = replaced(layout, branch, layout.withEntry(branch, 4, "four", 4));
    assertThat(layout.skip(branch)).isEqualTo(3);
    assertThat(layout.prefix(branch)).isEqualTo(prefix);
    Object parent = layout.childBranch(0, 0, 5, branch);
    assertThat(layout.kind(parent, layout.slotOf(parent, 5))).isEqualTo(NodeLayout.COMPRESSED);
    Object plain = layout.prefixedCopy(branch, 0, 0);
    layout.discard(branch);
    assertThat(layout.skip(plain)).isZero();
    assertThat(layout.key(plain, layout.slotOf(plain, 4))).isEqualTo("four");
    parent = replaced(layout, parent, layout.withChildAt(parent, layout.slotOf(parent, 5), plain));
    assertThat(layout.kind(parent, layout.slotOf(parent, 5))).isEqualTo(NodeLayout.BRANCH);
    layout.discard(plain);
    layout.discard(parent);
    assertThat(allocator.telemetry().slotsLive()).isZero();
  }

  @Test
  public void givesACopyAnotherPrefix() {
    assumePrefixes();
    ObjectNodeLayout<Object> layout = layout();
    long prefix = layout.digits().path(0x1234_5678_9ABC_DEF0L) & layout.digits().runMask(1, 2);
    Object branch = layout.entryBranch(0, 0, 1, "key1", 1);
    branch = replaced(layout, branch, layout.withEntry(branch, 6, "key6", 6));
    branch = replaced(layout, branch, layout.prefixedCopy(branch, 2, prefix));
    assertThat(layout.skip(branch)).isEqualTo(2);
    assertThat(layout.prefix(branch)).isEqualTo(prefix);
    requireSame(layout, branch, new TreeMap<>(Map.of(1, 1, 6, 6)));
    layout.discard(branch);
    assertThat(allocator.telemetry().slotsLive()).isZero();
  }

  @Test
  public void collectsCollisions() {
    ObjectNodeLayout<Object> layout = layout();
    Object branch = layout.entryBranch(0, 0, 1, "key0", 0);
    Object collision = layout.collision(branch, layout.slotOf(branch, 1), "key1", 1);
    for (int number = 2; number < COLLIDING; number++) {
      Object larger = layout.withCollisionEntry(collision, "key" + number, number);
      collision = replaced(layout, collision, larger);
      assertThat(layout.collisionIndex(collision, "key" + number)).isBetween(0, number);
      assertThat(layout.collisionIndex(collision, "key" + (number + 1))).isEqualTo(-1);
    }
    branch =
        replaced(layout, branch, layout.withChildAt(branch, layout.slotOf(branch, 1), collision));
    assertThat(layout.kind(branch, layout.slotOf(branch, 1))).isEqualTo(NodeLayout.COLLISION);
    allocator.fail(true);
    for (int size = COLLIDING; size > 2; size--) {
      assertThat(layout.collisionSize(collision)).isEqualTo(size);
      int index = layout.collisionIndex(collision, "key" + (size - 1));
      assertThat(layout.collisionKey(collision, index)).isEqualTo("key" + (size - 1));
      assertThat(layout.collisionValue(collision, index)).isEqualTo(size - 1);
      layout.dropCollisionEntry(collision, index);
      Object smaller = layout.withoutCollisionEntry(collision, index);
      collision = replaced(layout, collision, smaller);
      branch = layout.withChildAt(branch, layout.slotOf(branch, 1), collision);
    }
    int first = layout.collisionIndex(collision, "key0");
    layout.setCollisionValue(collision, first, "changed");
    int slot = layout.slotOf(branch, 1);
    branch = replaced(layout, branch, layout.pulledUpFromCollision(branch, slot, collision, first));
    layout.discard(collision);
    assertThat(layout.key(branch, layout.slotOf(branch, 1))).isEqualTo("key0");
    assertThat(layout.value(branch, layout.slotOf(branch, 1))).isEqualTo("changed");
    layout.discard(branch);
    assertThat(allocator.telemetry().slotsLive()).isZero();
  }

  /** Keys with and without a natural order, null among them, whose order is the layout's. */
  @Test
  public void findsCollidingKeysOfEveryKind() {
    ObjectNodeLayout<Object> layout = layout();
    Map<Plain, Object> model = new HashMap<>();
    SplittableRandom random = new SplittableRandom(7);
    Object collision = layout.collisionOf(new Object[] {1L, "one", null, "none"});
    model.put(new Plain(1L), "one");
    model.put(new Plain(null), "none");
    for (int step = 0; step < STEPS; step++) {
      Object key = CollidingKeys.any(random);
      int index = layout.collisionIndex(collision, key);
      assertThat(index >= 0).as("finds %s", key).isEqualTo(model.containsKey(new Plain(key)));
      if (index < 0) {
        Object larger = layout.withCollisionEntry(collision, key, step);
        collision = replaced(layout, collision, larger);
        model.put(new Plain(key), step);
      } else if (model.size() > 2 && random.nextInt(3) > 0) {
        collision = without(layout, collision, index);
        model.remove(new Plain(key));
      } else {
        layout.linkCollisionEntry(collision, index, key, step);
        model.put(new Plain(key), step);
      }
      if (step % 16 == 0) {
        requireSame(layout, collision, model);
      }
    }
    layout.discard(collision);
  }

  /** What stays keeps its order. */
  private static Object without(ObjectNodeLayout<Object> layout, Object collision, int index) {
    List<Object> keys = new ArrayList<>();
    for (int each = 0; each < layout.collisionSize(collision); each++) {
      keys.add(layout.collisionKey(collision, each));
    }
    keys.remove(index);
    layout.dropCollisionEntry(collision, index);
    Object smaller = layout.withoutCollisionEntry(collision, index);
    for (int each = 0; each < keys.size(); each++) {
      assertThat(layout.collisionKey(smaller, each)).isSameAs(keys.get(each));
    }
    return replaced(layout, collision, smaller);
  }

  private static void requireSame(
      ObjectNodeLayout<Object> layout, Object collision, Map<Plain, Object> model) {
    assertThat(layout.collisionSize(collision)).isEqualTo(model.size());
    Object[] cells = new Object[2 * model.size()];
    for (int index = 0; index < model.size(); index++) {
      Object key = layout.collisionKey(collision, index);
      cells[2 * index] = key;
      cells[2 * index + 1] = layout.collisionValue(collision, index);
      assertThat(layout.collisionIndex(collision, key)).isEqualTo(index);
      assertThat(cells[2 * index + 1]).isEqualTo(model.get(new Plain(key)));
    }
    Object atOnce = layout.collisionOf(cells.clone());
    assertThat(layout.collisionSize(atOnce)).isEqualTo(model.size());
    model.forEach((key, value) -> {
      int index = layout.collisionIndex(atOnce, key.key());
      assertThat(layout.collisionValue(atOnce, index)).isEqualTo(value);
    });
    for (int index = 0; index < model.size(); index++) {
      layout.dropCollisionEntry(atOnce, index);
    }
    layout.discard(atOnce);
  }

  @Test
  public void staysAsItWasWhenNothingIsGranted() {
    ObjectNodeLayout<Object> layout = layout();
    Object branch = layout.entryBranch(0, 0, 1, "one", 1);
    long live = allocator.telemetry().slotsLive();
    allocator.fail(true);
    assertThatThrownBy(() -> layout.entryBranch(0, 0, 2, "two", 2))
        .isInstanceOf(AllocationException.class);
    assertThatThrownBy(
            () -> layout.forkBranch(0, 0, branch, layout.slotOf(branch, 1), 2, 3, "two", 2))
        .isInstanceOf(AllocationException.class);
    assertThatThrownBy(() -> layout.prefixedCopy(branch, 0, 0))
        .isInstanceOf(AllocationException.class);
    assertThat(layout.usedSlots(branch)).isEqualTo(1);
    assertThat(layout.key(branch, layout.slotOf(branch, 1))).isEqualTo("one");
    assertThat(allocator.telemetry().slotsLive()).isEqualTo(live);
  }

  @Test
  public void describesANodeAndForgetsEverything() {
    ObjectNodeLayout<Object> layout = layout();
    Object branch = layout.entryBranch(0, 0, 1, "one", 1);
    assertThat(layout.describe(branch)).isNotBlank();
    assertThat(layout.structureBytes(1, 1, 0)).isPositive();
    assertThat(layout.nodeBytes(branch)).isPositive();
    layout.clear();
    assertThat(layout.telemetry().slotsLive()).isZero();
  }
}
