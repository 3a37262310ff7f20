package dev.tendril.runtime.component;

import dev.tendril.api.TendrilException;
import dev.tendril.api.graph.Port;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Range;
import dev.tendril.runtime.yaml.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shortest way to write a component: what must be given, with made-up values, and nothing else. */
final class ExampleTrees {
    private static final long WHOLE = 8;
    private static final double REAL = 0.1;

    private final ComponentRegistry registry;

    ExampleTrees(ComponentRegistry registry) {
        this.registry = registry;
    }

    /**
     * A component where it usually stands.
     *
     * @param yaml its text; empty if made-up values are refused
     * @param ports its inputs with these values, if it is a node
     */
    record Example(Optional<String> yaml, List<Port> ports) {}

    Example of(RegisteredComponent component) {
        Object tree = tree(component);
        Optional<Record> bound = bound(component, tree);
        List<Port> ports = bound.map(parameters -> ports(component, parameters)).orElse(List.of());
        Object connected = ports.isEmpty() ? tree : connected(tree, ports);
        return new Example(bound.map(parameters -> YamlWriter.write(place(component.kind(), connected))), ports);
    }

    private Optional<Record> bound(RegisteredComponent component, Object tree) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> written) {
            written.forEach((key, value) -> parameters.put((String) key, value));
            parameters.remove(Binder.TYPE);
        }
        try {
            return Optional.of(
                    new RecordTrees(registry).read(component.provider().parameters(), parameters));
        } catch (TendrilException refused) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // the record is of the provider's type: it was bound by it
    private static List<Port> ports(RegisteredComponent component, Record parameters) {
        return component.provider() instanceof NodeProvider<?> node
                ? ((NodeProvider<Record>) node).ports(parameters)
                : List.of();
    }

    private static Map<String, Object> connected(Object tree, List<Port> ports) {
        Map<String, Object> from = new LinkedHashMap<>();
        ports.stream().filter(Port::required).forEach(port -> from.put(port.name(), port.name()));
        Map<String, Object> node = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> written) {
            written.forEach((key, value) -> node.put((String) key, value));
        } else {
            node.put(Binder.TYPE, tree);
        }
        if (!from.isEmpty()) {
            node.put("from", from.keySet().equals(Set.of(Port.INPUT)) ? "source" : from);
        }
        return node;
    }

    /** Under the key that takes a component of this kind. */
    private static Map<String, Object> place(Kind kind, Object component) {
        return switch (kind) {
            case NODE, HEAD -> Map.of("name", component instanceof Map ? component : Map.of(Binder.TYPE, component));
            case CLIPPING -> Map.of("clip", component);
            case METRIC -> Map.of("metrics", List.of(component));
            case READER -> Map.of("train", component);
            case SEARCH -> Map.of("decoding", component);
            default -> Map.of(kind.label(), component);
        };
    }

    private Object tree(RegisteredComponent component) {
        Map<String, Object> parameters = parameters(component.provider().parameters());
        if (parameters.isEmpty()) {
            return component.writtenName();
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(Binder.TYPE, component.writtenName());
        tree.putAll(parameters);
        return tree;
    }

    private Map<String, Object> parameters(Class<? extends Record> type) {
        Map<String, Object> tree = new LinkedHashMap<>();
        registry.schemas().of(type).parameters().stream()
                .filter(RecordSchema.Parameter::required)
                .forEach(each -> tree.put(each.key(), value(each.type(), each)));
        return tree;
    }

    private Object value(ValueType type, RecordSchema.Parameter parameter) {
        if (type instanceof ValueType.Whole) {
            return (long) Math.ceil(within(WHOLE, parameter));
        }
        if (type instanceof ValueType.Real) {
            return within(REAL, parameter);
        }
        if (type instanceof ValueType.Truth) {
            return true;
        }
        if (type instanceof ValueType.Choice choice) {
            return choice.options().get(0);
        }
        if (type instanceof ValueType.Component component) {
            return tree(usual(component.kind()));
        }
        if (type instanceof ValueType.Items items) {
            return List.of(value(items.element(), parameter));
        }
        return type instanceof ValueType.Nested nested ? parameters(nested.type()) : parameter.key();
    }

    private static double within(double wanted, RecordSchema.Parameter parameter) {
        Optional<Range> range = parameter.range();
        if (range.isEmpty() || Ranges.contains(range.get(), wanted)) {
            return wanted;
        }
        return wanted < range.get().min()
                ? range.get().min() + (range.get().minExclusive() ? 1 : 0)
                : range.get().max();
    }

    /** The first component of a kind that needs no other of its kind. */
    private RegisteredComponent usual(Kind kind) {
        return registry.list(kind).stream()
                .filter(component -> registry.schemas().of(component.provider().parameters()).parameters().stream()
                        .noneMatch(each -> each.required() && each.type().equals(new ValueType.Component(kind))))
                .findFirst()
                .orElseThrow(() -> new TendrilException("no " + kind.label() + " is installed that stands alone"));
    }
}
