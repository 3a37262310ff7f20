/** A program that embeds Tendril; depends on {@code tendril-runtime} alone. */
package dev.tendril.examples;
