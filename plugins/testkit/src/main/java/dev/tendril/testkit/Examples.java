package dev.tendril.testkit;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.runtime.wiring.ComponentBench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters a component is tried with: as YAML, the way a model file names it, or as records.
 *
 * <pre>{@code
 * Examples.yaml("{type: leaky, units: 3}", "{type: leaky, units: 3, rate: 0.4}")
 * Examples.of(new LeakyParameters(3, 0.4))
 * }</pre>
 *
 * @param <P> the component's parameters
 */
@SuppressWarnings("UnusedTypeParameter") // ties the examples to the contract of their component
public final class Examples<P extends Record> {
    private final List<Example> examples;

    private Examples(List<Example> examples) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("a component is tried with at least one example of its parameters");
        }
        this.examples = List.copyOf(examples);
    }

    /** Components as they stand in a model file; small sizes, best distinct primes, keep the checks quick. */
    public static <P extends Record> Examples<P> yaml(String... texts) {
        return new Examples<>(Arrays.stream(texts).<Example>map(Yaml::new).toList());
    }

    /** Parameters as records; the component is the one of the kind that has such parameters. */
    @SafeVarargs
    public static <P extends Record> Examples<P> of(P... parameters) {
        List<Example> examples = new ArrayList<>();
        for (P each : parameters) {
            examples.add(new Parameters(each));
        }
        return new Examples<>(examples);
    }

    List<Example> all() {
        return examples;
    }

    /** One example; its text is what test reports name it by. */
    sealed interface Example {
        /** The component. */
        <T> ComponentRef<T> bind(Kind kind, ComponentRegistry registry, ParameterStore store);
    }

    private record Yaml(String text) implements Example {
        @Override
        public <T> ComponentRef<T> bind(Kind kind, ComponentRegistry registry, ParameterStore store) {
            return new ComponentBench(registry, store).bind(kind, text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private record Parameters(Record parameters) implements Example {
        @Override
        public <T> ComponentRef<T> bind(Kind kind, ComponentRegistry registry, ParameterStore store) {
            List<RegisteredComponent> taking = registry.list(kind).stream()
                    .filter(component -> component.provider().parameters() == parameters.getClass())
                    .toList();
            if (taking.size() != 1) {
                throw new AssertionError(taking.size() + " components of the kind " + kind.label() + " take "
                        + parameters.getClass().getName() + ", not one; give the example as YAML, which names it");
            }
            return ComponentRef.of(taking.get(0).id(), parameters);
        }

        @Override
        public String toString() {
            return parameters.toString();
        }
    }
}
