package dev.tendril.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value of a parameter that is not given, written as in YAML. Without it a parameter is required, an {@code Optional} apart. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** The value as YAML text: a scalar, or a flow value such as {@code {type: softmax}} or {@code []}. */
    String value();
}
