package org.hamtlab.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

  private static class Parent implements Comparable<Parent> {
    @Override
    public int compareTo(Parent other) {
      throw new ClassCastException("no order");
    }
  }

  private static final class Child extends Parent {}

  @Test
  void isThatOfClassesComparableWithThemselves() {
    assertThat(KeyOrder.classOf("text")).isEqualTo(String.class);
    assertThat(KeyOrder.classOf(1L)).isEqualTo(Long.class);
    assertThat(KeyOrder.classOf(BigDecimal.ONE)).isEqualTo(BigDecimal.class);
    assertThat(KeyOrder.classOf(new Parent())).isEqualTo(Parent.class);
  }

  @Test
  void isThatOfNoOtherKeys() {
    assertThat(KeyOrder.classOf(null)).isNull();
    assertThat(KeyOrder.classOf(new Object())).isNull();
    assertThat(KeyOrder.classOf(new Child())).isNull();
    assertThat(KeyOrder.classOf(LocalDate.EPOCH)).isNull();
    assertThat(KeyOrder.classOf(TimeUnit.DAYS)).isNull();
  }

  @Test
  void arrangesKeysOfTheFirstOrderedClassBeforeAllOthers() {
    Object[] keys = {null, "c", 3L, "a", new Object(), "c", "b"};
    int[] numbers = {9, 0, 1, 2, 3, 4, 5, 6, 9};
    assertThat(KeyOrder.arrange(keys, numbers, 1, 8)).isEqualTo(4);
    assertThat(numbers).containsExactly(9, 3, 6, 1, 5, 0, 2, 4, 9);
  }

  @Test
  void movesNothingWhereAComparisonThrows() {
    Object[] keys = {null, new Parent(), new Parent(), "a"};
    int[] numbers = {3, 2, 1, 0};
    assertThat(KeyOrder.arrange(keys, numbers, 1, 4)).isZero();
    assertThat(numbers).containsExactly(3, 2, 1, 0);
  }
}
