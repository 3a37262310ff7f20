/**
 * Forecasting: windows of series that stand in CSV files.
 *
 * <p>May depend on the API, the package of readers above and that of CSV.
 */
@NullMarked
package dev.tendril.nlp.reader.forecast;

import org.jspecify.annotations.NullMarked;
