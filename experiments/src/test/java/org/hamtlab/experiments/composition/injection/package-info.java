/** Histories in which one request for memory fails, on any map-like subject. */
package org.hamtlab.experiments.composition.injection;
