/** What a strategy implements: one interface per axis, its provider, and what both are given. */
package org.hamtlab.spi;
