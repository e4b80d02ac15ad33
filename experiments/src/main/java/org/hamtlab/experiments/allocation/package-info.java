/** Allocators outside tries: created from a phrase, put through traces, recorded traces too. */
package org.hamtlab.experiments.allocation;
