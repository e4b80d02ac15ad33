/**
 * The hash of rapidhash for eight bytes. Source: Nicolas De Carli, rapidhash version 3. Trade-off:
 * two 128-bit products of operands that both hold the hash; not one-to-one.
 */
package org.hamtlab.hash.rapidhash;
