package org.hamtlab.testkit;

/**
 * A key whose hash code the test chooses. Keys with one hash code and different numbers collide in
 * all bits.
 *
 * @param code what {@code hashCode()} answers
 * @param number tells keys with one hash code apart
 */
public record ChosenKey(int code, int number) {

  @Override
  public int hashCode() {
    return code;
  }

  @Override
  public String toString() {
    return "key " + Integer.toHexString(code) + '#' + number;
  }
}
