package org.hamtlab.experiments.count;

/**
 * A key that is put and removed again; it equals none of the keys that stay.
 *
 * @param code what {@code hashCode()} answers
 * @param number tells keys with one hash code apart
 */
record PassingKey(int code, int number) {
  @Override
  public int hashCode() {
    return code;
  }
}
