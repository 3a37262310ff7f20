package dev.tendril.contracts.architecture;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.chrono.Chronology;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Looks through a live value for anything that may change.
 *
 * <p>Known not to change: the JDK types listed here, its enums, and unmodifiable collections of such. One of our own objects, or a
 * lambda, does not change if all its fields are final and what they hold does not change; an array counts as unchanging
 * only in a private field, where its few users can be read.
 */
final class Immutability {
    private static final List<Class<?>> IMMUTABLE = List.of(
            BigDecimal.class,
            BigInteger.class,
            Boolean.class,
            Byte.class,
            Character.class,
            Charset.class,
            Chronology.class,
            Class.class,
            Comparator.class,
            DateTimeFormatter.class,
            Double.class,
            Float.class,
            HexFormat.class,
            Integer.class,
            Locale.class,
            Logger.class,
            Long.class,
            MethodHandle.class,
            Pattern.class,
            Runtime.Version.class,
            Short.class,
            String.class,
            Temporal.class,
            TemporalAmount.class,
            VarHandle.class,
            ZoneId.class);

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Immutability() {}

    /** What may change in a static field, in words; empty if nothing does. */
    static Optional<String> mutablePart(Field field) {
        return new Immutability().mutablePartOf(field, null);
    }

    private Optional<String> mutablePartOf(Field field, @Nullable Object owner) {
        String name = field.getDeclaringClass().getName() + "." + field.getName();
        if (!Modifier.isFinal(field.getModifiers())) {
            return Optional.of(name + " is not final");
        }
        if (field.getType().isArray()) {
            return Modifier.isPrivate(field.getModifiers())
                    ? Optional.empty()
                    : Optional.of(name + " is an array and not private");
        }
        return field.getType().isPrimitive()
                ? Optional.empty()
                : mutablePartOf(valueOf(field, owner)).map(part -> name + ": " + part);
    }

    private Optional<String> mutablePartOf(@Nullable Object value) {
        if (value == null || isKnown(value) || !seen.add(value)) {
            return Optional.empty();
        }
        Class<?> type = value.getClass();
        if (isUnmodifiable(type)) {
            return elements(value)
                    .flatMap(element -> mutablePartOf(element).stream())
                    .findFirst();
        }
        return isOurs(type)
                ? instanceFields(type)
                        .flatMap(field -> mutablePartOf(field, value).stream())
                        .findFirst()
                : Optional.of("a " + type.getName() + " may change");
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.tendril.");
    }

    private static boolean isKnown(Object value) {
        Class<?> type = value.getClass();
        return type == Object.class
                || type.getName().startsWith("jdk.incubator.vector.")
                || (value instanceof Enum && !isOurs(type))
                || IMMUTABLE.stream().anyMatch(known -> known.isInstance(value));
    }

    private static boolean isUnmodifiable(Class<?> collection) {
        return Stream.of(
                        "ImmutableCollections$",
                        "Collections$Unmodifiable",
                        "Collections$Empty",
                        "Collections$Singleton")
                .anyMatch(prefix -> collection.getName().startsWith("java.util." + prefix));
    }

    private static Stream<?> elements(Object collection) {
        return collection instanceof Map<?, ?> map
                ? Stream.concat(map.keySet().stream(), map.values().stream())
                : ((Collection<?>) collection).stream();
    }

    private static Stream<Field> instanceFields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Immutability::isOurs, Class::getSuperclass)
                .flatMap(each -> Stream.of(each.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static @Nullable Object valueOf(Field field, @Nullable Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException failure) {
            throw new LinkageError("cannot look at " + field, failure);
        }
    }
}
