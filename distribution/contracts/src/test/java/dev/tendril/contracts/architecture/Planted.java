package dev.tendril.contracts.architecture;

import java.io.Externalizable;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Violations on purpose, one for each thing that a rule must find. Never run. */
final class Planted {
    private Planted() {}

    static final class ReadsObjects {
        Object read(InputStream in) throws IOException, ClassNotFoundException {
            return new ObjectInputStream(in).readObject();
        }
    }

    static final class WritesObjects {
        void write(OutputStream out, Object value) throws IOException {
            new ObjectOutputStream(out).writeObject(value);
        }
    }

    static final class IsExternalizable implements Externalizable {
        @Override
        public void writeExternal(ObjectOutput out) {}

        @Override
        public void readExternal(ObjectInput in) {}
    }

    static final class IsSerializable implements Serializable {}

    static final class FindsClassesByName {
        Class<?> find(String name) throws ClassNotFoundException {
            return Class.forName(name);
        }
    }

    static final class LoadsClasses {
        Class<?> load(ClassLoader loader, String name) throws ClassNotFoundException {
            return loader.loadClass(name);
        }
    }

    static final class LooksClassesUp {
        Class<?> find(MethodHandles.Lookup lookup, String name) throws ClassNotFoundException, IllegalAccessException {
            return lookup.findClass(name);
        }
    }

    static final class Exits {
        IntConsumer exit() {
            return System::exit;
        }
    }

    static final class Halts {
        void halt() {
            Runtime.getRuntime().halt(1);
        }
    }

    static final class ReadsTheContextLoader {
        @Nullable
        ClassLoader read() {
            return Thread.currentThread().getContextClassLoader();
        }
    }

    static final class LoadsServicesFromTheContext {
        ServiceLoader<Runnable> load() {
            return ServiceLoader.load(Runnable.class);
        }
    }

    static final class Prints {
        void print() {
            System.out.println("planted");
        }
    }

    static final class PrintsStackTraces {
        void print(Throwable cause) {
            cause.printStackTrace();
        }
    }

    static final class HasAStaticVariable {
        static int count;
    }

    static final class HasAStaticCache {
        static final Map<String, String> CACHE = new HashMap<>();
    }

    static final class HasAStaticSharedArray {
        static final int[] SHARED = {1, 2, 3};
    }

    static final class HasAStaticCounter {
        static final AtomicInteger COUNTER = new AtomicInteger();
    }

    static final class HasAStaticHolderOfState {
        static final Holder HOLDER = new Holder(new HashMap<>());

        record Holder(Map<String, String> held) {}
    }

    static class IsOpen {}
}
