package org.hamtlab.spi;

import java.util.Optional;
import org.hamtlab.config.StrategyParameter;

/** What an allocator is built over. */
public interface AllocatorContext {

  /** The memory that regions come from. Create the parents before asking it anything. */
  SlotMemory memory();

  /**
   * Creates the allocator that a parameter names, over the same memory. Call it once a parameter.
   *
   * @return empty if the parameter's value is {@code none}
   */
  Optional<Allocator> nested(StrategyParameter parameter);

  /**
   * Tells the user something, once a family of maps: a family that moves to a fresh memory creates
   * its allocators anew, and what they repeat is dropped.
   */
  void warn(String message);
}
