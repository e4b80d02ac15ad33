/**
 * The integer hash of wyhash: two 128-bit products. Source: Wang Yi, wyhash, final version 4.2.
 * Trade-off: fast where a 128-bit product is; not one-to-one.
 */
package org.hamtlab.hash.wyhash;
