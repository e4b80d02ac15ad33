package org.hamtlab.spi;

/**
 * What is constant within one composition, for classes that were copied for it.
 *
 * <p>A copied class keeps it in {@code static final} fields of a holder that is first used by an
 * operation of a map: the compiler then folds it into the code. Classes that were not copied, such
 * as those of {@code assembly=shared}, get {@code null} and read fields instead.
 */
public final class CompositionConstants {
  private CompositionConstants() {}

  /** A class loader that defines the classes of one composition. */
  public interface Source {

    /** How the composition's layout cuts hashes; {@code null} until its first map exists. */
    HashDigits digits();

    /**
     * Its mixer, which all its maps share; {@code null} until its first map exists, and where each
     * family of maps has one of its own.
     */
    HashMixer mixer();

    /** Generations of hashes that its mixer has; 0 until its first map exists. */
    int generations();

    /** Whether its layout keeps the paths of entries; false until its first map exists. */
    boolean memoises();

    /** The load of its layout's root tables, 0 for none and until its first map exists. */
    int rootTableLoad();

    /** Its compression, which all its maps share; {@code null} until its first map exists. */
    PathCompression compression();
  }

  /** The digits of the composition that a class was copied for; {@code null} if it was not. */
  public static HashDigits digits(Class<?> member) {
    return member.getClassLoader() instanceof Source source ? source.digits() : null;
  }

  /**
   * The mixer of the composition that a class was copied for; {@code null} if it was not, or if
   * each family of maps has one of its own.
   */
  public static HashMixer mixer(Class<?> member) {
    return member.getClassLoader() instanceof Source source ? source.mixer() : null;
  }

  /** The generations of hashes of the composition that a class was copied for; 0 if it was not. */
  public static int generations(Class<?> member) {
    return member.getClassLoader() instanceof Source source ? source.generations() : 0;
  }

  /** Whether the layout of the composition that a class was copied for keeps paths of entries. */
  public static boolean memoises(Class<?> member) {
    return member.getClassLoader() instanceof Source source && source.memoises();
  }

  /** The load of root tables of the composition that a class was copied for; 0 for none. */
  public static int rootTableLoad(Class<?> member) {
    return member.getClassLoader() instanceof Source source ? source.rootTableLoad() : 0;
  }

  /** The compression of the composition that a class was copied for; {@code null} if it was not. */
  public static PathCompression compression(Class<?> member) {
    return member.getClassLoader() instanceof Source source ? source.compression() : null;
  }
}
