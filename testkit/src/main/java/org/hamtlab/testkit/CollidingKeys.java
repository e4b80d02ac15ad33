package org.hamtlab.testkit;

import java.util.random.RandomGenerator;

/** Keys of one hash code whose natural order is of every kind, good and bad. */
public final class CollidingKeys {
  private static final int CODE = 0x1234_5678;
  private static final int NUMBERS = 24;

  private CollidingKeys() {}

  /**
   * A key of any kind without its order, for models: {@link java.util.HashMap} lets through what
   * comparisons throw.
   */
  public record Plain(Object key) {}

  /** A key in an order that agrees with {@code equals}. */
  public record Ordered(int number) implements Comparable<Ordered> {
    @Override
    public int compareTo(Ordered other) {
      return Integer.compare(number, other.number);
    }

    @Override
    public int hashCode() {
      return CODE;
    }
  }

  /** A key that compares as equal to some that it does not equal. */
  public record Coarse(int number) implements Comparable<Coarse> {
    @Override
    public int compareTo(Coarse other) {
      return Integer.compare(number / 4, other.number / 4);
    }

    @Override
    public int hashCode() {
      return CODE;
    }
  }

  /** A key whose comparison with some keys throws, what Comparable foresees and what not. */
  public record Throwing(int number) implements Comparable<Throwing> {
    @Override
    public int compareTo(Throwing other) {
      if (number % 3 == 0) {
        throw new ClassCastException("no order");
      }
      if (other.number % 5 == 0) {
        throw new IllegalStateException("no order today");
      }
      return Integer.compare(number, other.number);
    }

    @Override
    public int hashCode() {
      return CODE;
    }
  }

  /** A key that equals those of {@link Second}, another class, of the same number. */
  public static final class First implements Comparable<First> {
    private final int number;

    private First(int number) {
      this.number = number;
    }

    @Override
    public int compareTo(First other) {
      return Integer.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
      return numberOf(other) == number;
    }

    @Override
    public int hashCode() {
      return CODE;
    }

    @Override
    public String toString() {
      return "First " + number;
    }
  }

  /** A key that equals those of {@link First} of the same number. */
  public static final class Second implements Comparable<Second> {
    private final int number;

    private Second(int number) {
      this.number = number;
    }

    @Override
    public int compareTo(Second other) {
      return Integer.compare(other.number, number);
    }

    @Override
    public boolean equals(Object other) {
      return numberOf(other) == number;
    }

    @Override
    public int hashCode() {
      return CODE;
    }

    @Override
    public String toString() {
      return "Second " + number;
    }
  }

  private static int numberOf(Object key) {
    return switch (key) {
      case First first -> first.number;
      case Second second -> second.number;
      case null, default -> -1;
    };
  }

  /** A key of any kind, or {@code null}. */
  public static Object any(RandomGenerator random) {
    int number = random.nextInt(NUMBERS);
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Ordered(number);
      case 2 -> new Coarse(number);
      case 3 -> new Throwing(number);
      case 4 -> new First(number);
      case 5 -> new Second(number);
      case 6 -> new ChosenKey(CODE, number);
      default -> number == 0 ? null : "word" + number;
    };
  }
}
