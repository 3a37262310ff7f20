package dev.tendril.runtime;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks the node of a model's graph that has a name. An embedding program's module replaces it through the optional binder of
 * {@link TendrilModule#node}.
 */
@Documented
@Qualifier
@Retention(RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD})
public @interface GraphNode {
    /** The node's name in the model file. */
    String value();
}
