package org.hamtlab.experiments.key;

import java.util.UUID;

/** Keys equal to others but not identical, so that no map is helped by a look at the identity. */
public final class Twin {
  private Twin() {}

  /** An equal key that is another object. */
  @SuppressWarnings({"removal", "BoxedPrimitiveConstructor", "StringCopy"})
  public static Object of(Object key) {
    // Boxing would give back small numbers themselves, which are cached.
    return switch (key) {
      case Long number -> new Long(number);
      case String text -> new String(text.toCharArray());
      case UUID id -> new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
      case Keys.CollidingKey(int code, int number) -> new Keys.CollidingKey(code, number);
      default -> throw new IllegalArgumentException("keys: no twin of a " + key.getClass());
    };
  }
}
