package dev.tendril.tensor.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Locale;

/**
 * Kernels that are called and never inlined. The compiler inlines what is called often; a few vector kernels in one method can exceed
 * its node limit, and then it keeps their vectors on the heap: a tenth of the speed. It does not look behind a method handle that is
 * not a constant, and an element of an array never is one.
 */
public final class Uninlined {
    private final MethodHandle[] kernels;

    private Uninlined(MethodHandle... kernels) {
        this.kernels = kernels;
    }

    /** The kernels of some functions, each named as its constant: that of {@code TANH_GRADIENT} is {@code tanhGradient}. */
    static Uninlined of(Class<?> holder, Enum<?>... functions) {
        MethodHandle[] kernels = new MethodHandle[functions.length];
        for (int i = 0; i < kernels.length; i++) {
            kernels[i] = find(MethodHandles.lookup(), holder, camelCase(functions[i].name()));
        }
        return new Uninlined(kernels);
    }

    /** One kernel of this package. */
    static Uninlined of(Class<?> holder, String name) {
        return of(MethodHandles.lookup(), holder, name);
    }

    /** One kernel: the static method of that name, seen from where the look-up was made. */
    public static Uninlined of(MethodHandles.Lookup from, Class<?> holder, String name) {
        return new Uninlined(find(from, holder, name));
    }

    @SuppressWarnings("EnumOrdinal") // the kernels stand in the order of the constants
    MethodHandle kernel(Enum<?> function) {
        return kernels[function.ordinal()];
    }

    /** The only kernel. */
    public MethodHandle kernel() {
        return kernels[0];
    }

    /** What a kernel threw, to be thrown on. */
    public static RuntimeException thrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    private static MethodHandle find(MethodHandles.Lookup from, Class<?> holder, String name) {
        for (Method method : holder.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                try {
                    return from.unreflect(method);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(holder.getSimpleName() + " hides its kernel " + name, e);
                }
            }
        }
        throw new IllegalStateException(holder.getSimpleName() + " has no kernel " + name);
    }

    private static String camelCase(String constant) {
        String[] words = constant.toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }
}
