package dev.tendril.runtime.component;

import java.util.List;

/** Describes components by their schemas. */
final class Describer {
    private final ComponentRegistry registry;

    Describer(ComponentRegistry registry) {
        this.registry = registry;
    }

    ComponentDescription describe(RegisteredComponent component) {
        ExampleTrees.Example example = new ExampleTrees(registry).of(component);
        return new ComponentDescription(
                component.kind(),
                component.id(),
                component.provider().description(),
                parameters(component.provider().parameters()),
                example.ports(),
                example.yaml(),
                component.owner());
    }

    private List<ComponentDescription.Parameter> parameters(Class<? extends Record> type) {
        return registry.schemas().of(type).parameters().stream()
                .map(this::parameter)
                .toList();
    }

    ComponentDescription.Parameter parameter(RecordSchema.Parameter parameter) {
        return new ComponentDescription.Parameter(
                parameter.key(),
                parameter.type().words(),
                parameter.required(),
                parameter.defaultValue(),
                parameter.range().map(Ranges::words),
                parameter.doc(),
                nested(parameter.type()));
    }

    private List<ComponentDescription.Parameter> nested(ValueType type) {
        if (type instanceof ValueType.Items items) {
            return nested(items.element());
        }
        if (type instanceof ValueType.Maybe maybe) {
            return nested(maybe.element());
        }
        return type instanceof ValueType.Nested nested ? parameters(nested.type()) : List.of();
    }
}
