package org.hamtlab.testkit;

/** A key whose {@code hashCode} or {@code equals} fails from a chosen call on. */
public final class ThrowingKey {
  private final int code;
  private int calls;

  /** What the key throws. */
  public static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal() {
      super("the key refuses, as the test wants");
    }
  }

  /**
   * Creates a key.
   *
   * @param code its hash code
   * @param calls how many calls succeed before all fail
   */
  public ThrowingKey(int code, int calls) {
    this.code = code;
    this.calls = calls;
  }

  private void call() {
    if (calls-- <= 0) {
      throw new Refusal();
    }
  }

  @Override
  public int hashCode() {
    call();
    return code;
  }

  @Override
  public boolean equals(Object other) {
    call();
    return this == other;
  }
}
