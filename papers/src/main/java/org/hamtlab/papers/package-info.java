/** Published claims, each re-tested by one class, and the command that prints their verdicts. */
package org.hamtlab.papers;
