package dev.tendril.runtime.wiring;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the kind of a reference from the declared type of the record component that holds it. */
final class DeclaredKinds {
    private DeclaredKinds() {}

    /** The kind of a reference, by identity, within a parameter record, its nested records, lists and optional values. */
    static Optional<Kind> of(Record owner, ComponentRef<?> reference) {
        for (RecordComponent component : owner.getClass().getRecordComponents()) {
            Optional<Kind> found = within(component.getGenericType(), read(owner, component), reference);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Kind> within(Type declared, @Nullable Object value, ComponentRef<?> reference) {
        if (value == reference) {
            return kind(declared);
        }
        if (value instanceof ComponentRef<?>) {
            return Optional.empty();
        }
        if (value instanceof Record nested) {
            return of(nested, reference);
        }
        Collection<?> elements = value instanceof Optional<?> optional
                ? optional.stream().toList()
                : value instanceof List<?> list ? list : List.of();
        return elements.stream()
                .flatMap(element -> within(argument(declared), element, reference).stream())
                .findFirst();
    }

    private static Optional<Kind> kind(Type declared) {
        Type argument = argument(declared);
        Type raw = argument instanceof ParameterizedType generic ? generic.getRawType() : argument;
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.component() == raw)
                .findFirst();
    }

    private static Type argument(Type declared) {
        return declared instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
    }

    private static @Nullable Object read(Record owner, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalArgumentException(
                    "parameter record " + owner.getClass().getName() + " cannot be read; make it public", unreadable);
        }
    }
}
