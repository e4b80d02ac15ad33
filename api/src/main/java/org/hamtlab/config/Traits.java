package org.hamtlab.config;

import java.util.Set;

/**
 * What a strategy needs of others and offers them, for given settings.
 *
 * <p>Needs of a strategy on an axis must be offered by another axis of the treatment. Needs of a
 * strategy towards its nested parent are declared as {@code needsOfParent} and offered by the
 * parent itself. A decorator passes on what it has from its parent alone, however deep that stands.
 *
 * @param needs offered by another axis
 * @param needsOfParent offered by the nested strategy
 * @param offers what it offers
 * @param passes what it offers if every strategy nested in it does
 */
public record Traits(
    Set<Trait> needs, Set<Trait> needsOfParent, Set<Trait> offers, Set<Trait> passes) {
  /** Needs and offers nothing. */
  public static final Traits NONE = new Traits(Set.of(), Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public Traits {
    needs = Set.copyOf(needs);
    needsOfParent = Set.copyOf(needsOfParent);
    offers = Set.copyOf(offers);
    passes = Set.copyOf(passes);
  }

  /** Offers traits and needs nothing. */
  public static Traits offering(Trait... offers) {
    return new Traits(Set.of(), Set.of(), Set.of(offers), Set.of());
  }

  /** Offers what every nested strategy offers of these, all of them if none is nested. */
  public static Traits passing(Trait... passes) {
    return new Traits(Set.of(), Set.of(), Set.of(), Set.of(passes));
  }

  /** These traits with further needs of other axes. */
  public Traits needing(Trait... more) {
    return new Traits(Set.of(more), needsOfParent, offers, passes);
  }

  /** These traits with needs of the nested strategy. */
  public Traits needingOfParent(Trait... more) {
    return new Traits(needs, Set.of(more), offers, passes);
  }
}
