/** What there is of every kind of component: built in, in plugins, in documentation, in the schema, under contract. */
@NullMarked
package dev.tendril.contracts.kinds;

import org.jspecify.annotations.NullMarked;
