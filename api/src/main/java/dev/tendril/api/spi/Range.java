package dev.tendril.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds of a number, or of every number of a list. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
    /** The smallest allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether the smallest itself is excluded. */
    boolean minExclusive() default false;

    /** Whether the largest itself is excluded. */
    boolean maxExclusive() default false;
}
