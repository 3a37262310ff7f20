package dev.tendril.api.cell;

import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Tensor;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The accessors and the constructor of one state record. Kept with its class ({@link ClassValue}), so that it is collected with
 * the plugin that brought the class.
 */
final class RecordLayout {
    private static final ClassValue<RecordLayout> LAYOUTS = new ClassValue<>() {
        @Override
        protected RecordLayout computeValue(Class<?> type) {
            return new RecordLayout(type);
        }
    };

    private final Class<?> type;
    private final RecordComponent[] components;
    private final Method[] accessors;
    private final Constructor<?> constructor;

    private RecordLayout(Class<?> type) {
        if (!type.isRecord()) {
            throw new TendrilException("state " + type.getName() + " is not a record; declare it as one");
        }
        this.type = type;
        this.components = type.getRecordComponents();
        this.accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            this.constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            for (Method accessor : accessors) {
                accessor.setAccessible(true);
            }
        } catch (ReflectiveOperationException | RuntimeException inaccessible) {
            throw new TendrilException(
                    "state " + type.getName()
                            + " cannot be read; make the record public or open its package to Tendril",
                    inaccessible);
        }
    }

    static RecordLayout of(State state) {
        return LAYOUTS.get(state.getClass());
    }

    static RecordLayout of(Class<? extends State> type) {
        return LAYOUTS.get(type);
    }

    /** Visits every component; lists element by element. */
    void leaves(State state, Consumer<Object> visitor) {
        for (int i = 0; i < accessors.length; i++) {
            String name = name(i);
            Object value = read(state, i);
            if (value instanceof List<?> list) {
                list.forEach(element -> visitor.accept(checked(element, name)));
            } else {
                visitor.accept(checked(value, name));
            }
        }
    }

    /** The same record with every component, and every element of a list, replaced. */
    @SuppressWarnings("unchecked")
    <S extends State> S rebuild(S state, UnaryOperator<Object> operator) {
        Object[] arguments = new Object[accessors.length];
        for (int i = 0; i < accessors.length; i++) {
            String name = name(i);
            Object value = read(state, i);
            arguments[i] = value instanceof List<?> list
                    ? list.stream()
                            .map(element -> operator.apply(checked(element, name)))
                            .toList()
                    : operator.apply(checked(value, name));
        }
        try {
            return (S) constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            throw new TendrilException("constructor of state " + type.getName() + " failed", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new TendrilException("state " + type.getName() + " cannot be built", impossible);
        }
    }

    void check() {
        for (RecordComponent component : components) {
            if (!allowed(component.getGenericType())) {
                throw refused(component.getName(), component.getGenericType().getTypeName());
            }
        }
    }

    private static boolean allowed(Type type) {
        if (type instanceof Class<?> plain) {
            return Tensor.class.isAssignableFrom(plain)
                    || Noise.class.isAssignableFrom(plain)
                    || State.class.isAssignableFrom(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? allowed(generic.getActualTypeArguments()[0])
                    : allowed(generic.getRawType());
        }
        if (type instanceof WildcardType wildcard) {
            return allowed(wildcard.getUpperBounds()[0]);
        }
        return type instanceof java.lang.reflect.TypeVariable<?> variable && allowed(variable.getBounds()[0]);
    }

    private Object read(State state, int component) {
        try {
            return accessors[component].invoke(state);
        } catch (ReflectiveOperationException impossible) {
            throw new TendrilException("state " + type.getName() + " cannot be read", impossible);
        }
    }

    private Object checked(Object value, String component) {
        if (value instanceof Tensor || value instanceof Noise || value instanceof State) {
            return value;
        }
        throw refused(component, value == null ? "null" : value.getClass().getName());
    }

    private TendrilException refused(String component, String found) {
        return new TendrilException("component '" + component + "' of state " + type.getName() + " is " + found
                + "; a state holds tensors, noises, states and lists of states");
    }

    private String name(int component) {
        return components[component].getName();
    }
}
