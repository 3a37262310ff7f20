/**
 * The service-provider interface: how components register, the built-in ones included.
 *
 * <p>A plugin is a class that implements {@code Plugin}, carries {@code @PluginInfo} and is named in
 * {@code META-INF/services/dev.tendril.api.spi.Plugin}. It lists providers; each provider has a name, a record of parameters and a
 * method that makes the component. May depend on every package of {@code dev.tendril.api}.
 */
@NullMarked
package dev.tendril.api.spi;

import org.jspecify.annotations.NullMarked;
