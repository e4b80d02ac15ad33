package org.hamtlab.testkit;

/**
 * A key that counts the calls of {@code hashCode} and {@code equals} that it and its like receive.
 *
 * @param number tells keys apart
 * @param code its hash code
 * @param calls counts for all keys that share it
 */
public record CountingKey(int number, int code, Calls calls) {

  @Override
  public int hashCode() {
    calls.hashes++;
    return code;
  }

  @Override
  public boolean equals(Object other) {
    calls.equals++;
    return other instanceof CountingKey that && number == that.number;
  }

  @Override
  public String toString() {
    return number + "#" + Integer.toHexString(code);
  }

  /** Counters of calls. */
  public static final class Calls {
    private long hashes;
    private long equals;

    /** Creates counters at zero. */
    public Calls() {}

    /** Calls of {@code hashCode} since the last reset. */
    public long hashes() {
      return hashes;
    }

    /** Calls of {@code equals} since the last reset. */
    public long equals() {
      return equals;
    }

    /** Sets both to zero. */
    public void reset() {
      hashes = 0;
      equals = 0;
    }
  }
}
