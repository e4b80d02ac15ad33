package org.hamtlab.spi;

/** An allocator cannot grant a block. The map is as it was before the operation. */
public final class AllocationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the allocator, the request, what is left and the remedy
   */
  public AllocationException(String message) {
    super(message);
  }
}
