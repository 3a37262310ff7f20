package dev.tendril.runtime;

import com.google.inject.Key;
import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.wiring.NodeKeys;
import java.lang.annotation.Annotation;
import java.util.Optional;

/** Instances of the qualifiers. */
final class Qualifiers implements NodeKeys {
    @Override
    public Key<Node> of(String node) {
        return Key.get(Node.class, new NamedNode(node));
    }

    @Override
    public Optional<String> nameOf(Key<?> key) {
        return key.getAnnotation() instanceof GraphNode node ? Optional.of(node.value()) : Optional.empty();
    }

    static ComponentsOf components(Kind kind) {
        return new KindComponents(kind);
    }

    /** {@code @GraphNode("…")} as a value; equal to the annotation itself, as its contract demands. */
    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record NamedNode(String value) implements GraphNode {
        @Override
        public Class<? extends Annotation> annotationType() {
            return GraphNode.class;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof GraphNode node && node.value().equals(value);
        }

        @Override
        public int hashCode() {
            return (127 * "value".hashCode()) ^ value.hashCode();
        }

        @Override
        public String toString() {
            return "@GraphNode(\"" + value + "\")";
        }
    }

    /** {@code @ComponentsOf(…)} as a value. */
    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record KindComponents(Kind value) implements ComponentsOf {
        @Override
        public Class<? extends Annotation> annotationType() {
            return ComponentsOf.class;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ComponentsOf components && components.value() == value;
        }

        @Override
        public int hashCode() {
            return (127 * "value".hashCode()) ^ value.hashCode();
        }

        @Override
        public String toString() {
            return "@ComponentsOf(" + value + ")";
        }
    }
}
