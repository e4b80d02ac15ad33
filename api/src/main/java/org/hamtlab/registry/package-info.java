/** Discovery of providers, presets, and the resolution of phrases against what is installed. */
package org.hamtlab.registry;
