package dev.tendril.api.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Identity of a plugin; read before the plugin is instantiated. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PluginInfo {
    /** Its id, {@code [a-z][a-z0-9_-]*}: the first part of its components' names, and the name of its folder. */
    String id();

    /** Its own version. */
    String version();

    /** The version of the interface it is compiled against: always {@link Spi#VERSION}. */
    String api();
}
