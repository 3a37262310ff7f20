package dev.tendril.runtime.component;

import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.Range;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shape of a record: its parameters, how to make it and how to read it. From it come binding, writing back and description.
 *
 * @param type the record
 * @param parameters in order
 * @param constructor the canonical one
 */
record RecordSchema(Class<? extends Record> type, List<Parameter> parameters, Constructor<?> constructor) {
    RecordSchema {
        parameters = List.copyOf(parameters);
    }

    /**
     * One component of the record.
     *
     * @param name in Java
     * @param key in YAML
     * @param type what it holds
     * @param defaultValue YAML text of its default, if it has one
     * @param range bounds of its numbers, if it has some
     * @param doc one sentence; empty if there is none
     * @param accessor reads it
     */
    record Parameter(
            String name,
            String key,
            ValueType type,
            Optional<String> defaultValue,
            Optional<Range> range,
            String doc,
            Method accessor) {
        boolean required() {
            return defaultValue.isEmpty() && !(type instanceof ValueType.Maybe);
        }
    }

    /** The keys in order. */
    List<String> keys() {
        return parameters.stream().map(Parameter::key).toList();
    }

    /** The keys as error notes list them. */
    List<String> markedKeys() {
        return parameters.stream()
                .map(each -> each.required() ? each.key() + " (required)" : each.key())
                .toList();
    }

    /** The value of a parameter. */
    Object read(Record record, Parameter parameter) {
        try {
            return parameter.accessor().invoke(record);
        } catch (ReflectiveOperationException inaccessible) {
            throw new TendrilException("record " + type.getName() + " cannot be read", inaccessible);
        }
    }

    /**
     * Makes a record.
     *
     * @param values by name, one for every parameter
     * @throws RuntimeException what the compact constructor throws
     */
    Record make(Map<String, Object> values) {
        Object[] arguments =
                parameters.stream().map(each -> values.get(each.name())).toArray();
        try {
            return (Record) constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new TendrilException("record " + type.getName() + " cannot be made", refused.getCause());
        } catch (ReflectiveOperationException inaccessible) {
            throw new TendrilException("record " + type.getName() + " cannot be made", inaccessible);
        }
    }
}
