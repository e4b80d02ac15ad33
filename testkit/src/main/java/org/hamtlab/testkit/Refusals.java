package org.hamtlab.testkit;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Uses that must be refused with an {@link IllegalStateException}. */
final class Refusals {
  private Refusals() {}

  /** Fails unless every use is refused, and says which was not. */
  static void assertRefused(String subject, List<ThrowingCallable> uses) {
    for (int use = 0; use < uses.size(); use++) {
      Throwable thrown = null;
      try {
        uses.get(use).call();
      } catch (Throwable failure) {
        thrown = failure;
      }
      if (!(thrown instanceof IllegalStateException)) {
        throw new AssertionError(
            subject
                + ": use "
                + use
                + " counted from 0 "
                + (thrown == null ? "is not refused" : "gives " + thrown)
                + " (expected an IllegalStateException)",
            thrown);
      }
    }
  }
}
