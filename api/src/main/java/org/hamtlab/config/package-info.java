/** What a phrase says: strategies, parameters, settings, traits, treatments. */
package org.hamtlab.config;
