package dev.tendril.runtime.check;

import dev.tendril.runtime.component.Binder;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.Sources;
import dev.tendril.runtime.diagnostic.Problems;

/**
 * What the readers of a file's sections share.
 *
 * @param registry the components that can be named
 * @param binder binds values
 * @param sources where bound values came from
 * @param problems where problems go
 */
record Reading(ComponentRegistry registry, Binder binder, Sources sources, Problems problems) {}
