/** Published contracts for strategies and maps, and the keys and models that they use. */
package org.hamtlab.testkit;
