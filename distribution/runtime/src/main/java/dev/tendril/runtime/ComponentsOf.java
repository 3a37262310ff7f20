package dev.tendril.runtime;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.tendril.api.spi.Kind;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks the map of the installed providers of one kind, by canonical id. */
@Documented
@Qualifier
@Retention(RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD})
public @interface ComponentsOf {
    /** The kind. */
    Kind value();
}
