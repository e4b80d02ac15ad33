/**
 * The command {@code query}: bundles as tables of an embedded SQL engine that cannot write them.
 */
package org.hamtlab.experiments.query;
