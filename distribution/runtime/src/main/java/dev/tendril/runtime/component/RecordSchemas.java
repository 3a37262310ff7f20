package dev.tendril.runtime.component;

import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of records, each read by reflection once. Thread-safe; kept by a registry, so that it goes when the registry goes. */
final class RecordSchemas {
    private final Map<Class<?>, RecordSchema> known = new ConcurrentHashMap<>();

    /**
     * The schema of a record.
     *
     * @throws TendrilException if the record cannot be used; names the component and the remedy
     */
    RecordSchema of(Class<? extends Record> type) {
        RecordSchema schema = known.get(type);
        if (schema == null) {
            schema = read(type);
            known.put(type, schema);
        }
        return schema;
    }

    /** Checks a record and those nested in it, and that everything is documented. */
    void check(Class<? extends Record> type) {
        check(type, new HashSet<>());
    }

    private void check(Class<? extends Record> type, Set<Class<?>> seen) {
        if (!seen.add(type)) {
            return;
        }
        for (RecordSchema.Parameter parameter : of(type).parameters()) {
            if (parameter.doc().isBlank()) {
                throw unusable(type, parameter.name(), "has no @Param that says what it is; add one");
            }
            ValueType element = innermost(parameter.type());
            parameter.range().ifPresent(range -> requireUsable(type, parameter.name(), element, range));
            if (element instanceof ValueType.Nested nested) {
                check(nested.type(), seen);
            }
        }
    }

    private static void requireUsable(Class<?> type, String name, ValueType element, Range range) {
        if (!(element instanceof ValueType.Whole) && !(element instanceof ValueType.Real)) {
            throw unusable(type, name, "has a @Range and is no number; remove the annotation");
        }
        boolean open = range.minExclusive() || range.maxExclusive();
        if (!(range.min() <= range.max()) || (open && range.min() == range.max())) {
            throw unusable(
                    type, name, "has a @Range that no number lies in: " + Ranges.words(range) + "; put it right");
        }
    }

    /** What a list or an optional value holds, at last. */
    static ValueType innermost(ValueType type) {
        if (type instanceof ValueType.Items items) {
            return innermost(items.element());
        }
        return type instanceof ValueType.Maybe maybe ? innermost(maybe.element()) : type;
    }

    private static RecordSchema read(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            List<RecordSchema.Parameter> parameters = Arrays.stream(components)
                    .map(component -> parameter(type, component))
                    .toList();
            return new RecordSchema(type, parameters, constructor);
        } catch (ReflectiveOperationException | SecurityException | InaccessibleObjectException failure) {
            throw new TendrilException(
                    "record " + type.getName() + " cannot be read; make it public or open its package to Tendril",
                    failure);
        }
    }

    private static RecordSchema.Parameter parameter(Class<?> type, RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        Optional<Default> value = Optional.ofNullable(component.getAnnotation(Default.class));
        Optional<Param> doc = Optional.ofNullable(component.getAnnotation(Param.class));
        return new RecordSchema.Parameter(
                component.getName(),
                snakeCase(component.getName()),
                valueType(type, component.getName(), component.getGenericType()),
                value.map(Default::value),
                Optional.ofNullable(component.getAnnotation(Range.class)),
                doc.map(Param::value).orElse(""),
                accessor);
    }

    private static ValueType valueType(Class<?> owner, String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            return genericType(owner, name, generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return new ValueType.Whole(raw == long.class || raw == Long.class);
        }
        if (raw == double.class || raw == Double.class) {
            return new ValueType.Real();
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return new ValueType.Truth();
        }
        if (raw == String.class) {
            return new ValueType.Text();
        }
        if (raw.isEnum()) {
            return new ValueType.Choice(raw);
        }
        if (raw.isRecord()) {
            return new ValueType.Nested(raw.asSubclass(Record.class));
        }
        throw unusable(owner, name, "has type " + raw.getName() + ", which no parameter can have");
    }

    private static ValueType genericType(Class<?> owner, String name, ParameterizedType type) {
        Type argument = type.getActualTypeArguments()[0];
        if (type.getRawType() == ComponentRef.class) {
            Class<?> component = argument instanceof ParameterizedType generic
                    ? (Class<?>) generic.getRawType()
                    : argument instanceof Class<?> plain ? plain : Object.class;
            Kind kind = ComponentRegistry.kindOf(component)
                    .orElseThrow(
                            () -> unusable(owner, name, "refers to " + argument + ", which is no kind of component"));
            return new ValueType.Component(kind);
        }
        if (type.getRawType() == List.class) {
            return new ValueType.Items(valueType(owner, name, argument));
        }
        if (type.getRawType() == Optional.class) {
            return new ValueType.Maybe(valueType(owner, name, argument));
        }
        throw unusable(owner, name, "has type " + type + ", which no parameter can have");
    }

    private static TendrilException unusable(Class<?> owner, String name, String why) {
        return new TendrilException("component '" + name + "' of record " + owner.getName() + " " + why);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
