package org.hamtlab.testkit;

/**
 * A key whose {@code hashCode} or {@code equals} throws when its fuse says so.
 *
 * @param number tells keys apart
 * @param code its hash code
 * @param fuse counts the calls of all keys that share it
 */
public record FailingKey(int number, int code, Fuse fuse) {

  /**
   * The key of a number: every fourth number from 0 and all from 50 on share one code, 1 more than
   * a multiple of four share their low 30 bits, the others are spread.
   */
  static FailingKey of(int number, Fuse fuse) {
    int code =
        switch (number < 50 ? number % 4 : number % 2) {
          case 0 -> 7;
          case 1 -> number << 30 | 7;
          default -> number * 0x9E3779B9;
        };
    return new FailingKey(number, code, fuse);
  }

  @Override
  public int hashCode() {
    fuse.burn();
    return code;
  }

  @Override
  public boolean equals(Object other) {
    fuse.burn();
    return other instanceof FailingKey that && number == that.number;
  }

  @Override
  public String toString() {
    return number + "#" + Integer.toHexString(code);
  }

  /** Throws at a chosen call. */
  public static final class Fuse {
    private int remaining;

    /** Creates a fuse that is not lit. */
    Fuse() {}

    /** Throws at the given call from now on, 1 being the next; 0 never. */
    void light(int call) {
      remaining = call;
    }

    /** Counts a call. */
    void burn() {
      if (remaining > 0 && --remaining == 0) {
        throw new Blown();
      }
    }
  }

  /** What a failing key throws. */
  public static final class Blown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Blown() {
      super("the key's hashCode or equals failed");
    }
  }
}
