/** The C library's allocator and native words, for layouts and allocators alike. */
package org.hamtlab.memory;
