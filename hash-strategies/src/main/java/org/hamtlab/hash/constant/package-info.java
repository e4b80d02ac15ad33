/** The bad control: every key collides. Source: hamtlab. Trade-off: none, it is a list. */
package org.hamtlab.hash.constant;
