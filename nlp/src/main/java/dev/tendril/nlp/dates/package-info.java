/**
 * Dates as people write them in twenty languages, made from the locale data of the JDK.
 *
 * <p>May depend on the API and SLF4J.
 */
@NullMarked
package dev.tendril.nlp.dates;

import org.jspecify.annotations.NullMarked;
