package org.hamtlab.hash.scalaimprove;

import org.hamtlab.spi.Inverses;
import org.hamtlab.spi.InvertibleMixer;

/**
 * The shifts and additions of Scala's hash maps, once java.util.HashMap's of Java 5.
 *
 * <p><b>Cost.</b> Two additions and two xors, each of a shift.
 *
 * <p><b>Source.</b> scala/scala 2.13, src/library/scala/collection/Hashing.scala, improve.
 */
public final class ScalaImproveMixer implements InvertibleMixer {
  /** Creates the mixer. */
  public ScalaImproveMixer() {}

  @Override
  public long mix(long hash) {
    int code = (int) hash;
    code += ~(code << 9);
    code ^= code >>> 14;
    code += code << 4;
    return (code ^ code >>> 10) & 0xFFFF_FFFFL;
  }

  @Override
  public int bits() {
    return 32;
  }

  @Override
  public long unmix(long mixed) {
    int code = Inverses.xorShift((int) mixed, 10) * Inverses.odd(17);
    code = Inverses.xorShift(code, 14);
    return (code + 1) * Inverses.odd(-511) & 0xFFFF_FFFFL;
  }
}
