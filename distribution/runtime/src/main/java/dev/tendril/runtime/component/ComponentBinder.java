package dev.tendril.runtime.component;

import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Binds {@code name}, {@code {type: name, …}} and {@code {share: node}} to references. */
final class ComponentBinder {
    private final Binder binder;
    private final ComponentRegistry registry;
    private final Problems problems;
    private final Sources sources;
    private final Shares shares;

    ComponentBinder(Binder binder, ComponentRegistry registry, Problems problems, Sources sources, Shares shares) {
        this.binder = binder;
        this.registry = registry;
        this.problems = problems;
        this.sources = sources;
        this.shares = shares;
    }

    Optional<BoundComponent> bind(List<Kind> kinds, YamlValue value, Set<String> reserved, String path) {
        if (value instanceof Scalar scalar && !scalar.isNull()) {
            Mapping none = Mapping.of(List.of(), scalar.location(), false);
            return named(kinds, scalar, none, reserved, path);
        }
        if (!(value instanceof Mapping mapping)) {
            problems.error(Code.WRONG_TYPE, "here belongs " + words(kinds) + ", not " + value.kind())
                    .at(value.location())
                    .label("write its name, or {type: name, …}")
                    .report();
            return Optional.empty();
        }
        if (mapping.get(Binder.TYPE).orElse(null) instanceof Scalar name && !name.isNull()) {
            return named(kinds, name, mapping, reserved, path);
        }
        if (kinds.contains(Kind.NODE)
                && !reserved.contains(Binder.SHARE)
                && mapping.get(Binder.SHARE).isPresent()) {
            return shared(mapping);
        }
        problems.error(Code.MISSING_KEY, "'type' is not given: the name of " + words(kinds))
                .at(mapping.get(Binder.TYPE).map(YamlValue::location).orElse(mapping.location()))
                .label("add 'type'")
                .report();
        return Optional.empty();
    }

    private static String words(List<Kind> kinds) {
        return kinds.stream().map(kind -> new ValueType.Component(kind).words()).collect(Collectors.joining(" or "));
    }

    private Optional<BoundComponent> named(
            List<Kind> kinds, Scalar name, Mapping mapping, Set<String> reserved, String path) {
        List<RegisteredComponent> candidates = kinds.stream()
                .flatMap(kind -> registry.candidates(kind, name.text()).stream())
                .toList();
        if (candidates.size() != 1) {
            new UnknownComponent(registry, problems).report(kinds, name, candidates);
            return Optional.empty();
        }
        name.placeholder().ifPresent(text -> sources.placeholder(Binder.join(path, Binder.TYPE), text));
        RegisteredComponent component = candidates.get(0);
        Set<String> others = new HashSet<>(reserved);
        others.add(Binder.TYPE);
        return binder.record(component.provider().parameters(), mapping, Subject.of(component), others, path)
                .map(parameters -> {
                    new Remarks(registry, problems).report(component, parameters, mapping, name);
                    return bound(component, parameters, name);
                });
    }

    private BoundComponent bound(RegisteredComponent component, Record parameters, Scalar name) {
        ComponentRef<?> reference = ComponentRef.of(component.id(), parameters);
        sources.put(reference, name.location());
        return new BoundComponent(reference, component);
    }

    private Optional<BoundComponent> shared(Mapping mapping) {
        mapping.entries().stream()
                .filter(entry -> !entry.key().text().equals(Binder.SHARE))
                .forEach(entry -> problems.error(
                                Code.UNKNOWN_KEY, "unknown key '" + entry.key().text() + "' beside 'share'")
                        .at(entry.key().location())
                        .label("what is shared brings its own parameters")
                        .report());
        YamlValue value = mapping.get(Binder.SHARE).orElseThrow();
        if (!(value instanceof Scalar name) || name.isNull()) {
            problems.error(Code.WRONG_TYPE, "'share' must be the name of a node, not " + value.kind())
                    .at(value.location())
                    .report();
            return Optional.empty();
        }
        return shares.component(name).map(node -> sharing(node, name));
    }

    private BoundComponent sharing(ComponentRef<Node> node, Scalar name) {
        ComponentRef<Node> reference = new ComponentRef<>(node.id(), node.parameters(), Optional.of(name.text()));
        sources.put(reference, name.location());
        Kind kind = registry.find(Kind.NODE, node.id()).isPresent() ? Kind.NODE : Kind.HEAD;
        return new BoundComponent(reference, registry.get(kind, node.id()));
    }
}
