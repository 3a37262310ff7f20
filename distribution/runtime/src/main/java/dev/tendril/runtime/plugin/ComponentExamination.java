package dev.tendril.runtime.plugin;

import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.runtime.plugin.PluginExamination.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the components of a plugin can be used as they are, and by the names they have. */
final class ComponentExamination {
    private final ComponentRegistry registry;

    ComponentExamination(ComponentRegistry registry) {
        this.registry = registry;
    }

    List<Finding> of(PluginHandle plugin) {
        return registry.list().stream()
                .filter(component -> component.owner().id().equals(plugin.id()))
                .flatMap(component -> of(component).stream())
                .toList();
    }

    private List<Finding> of(RegisteredComponent component) {
        Optional<Finding> refused = registry.refusalOfDefaults(component)
                .map(reason -> Finding.wrong(
                        component.label() + " refuses its own defaults: " + reason,
                        "ask its author for a release that does not"));
        return Stream.of(refused, conflict(component)).flatMap(Optional::stream).toList();
    }

    /** A name that means several is not found by its short form; one of the core is never shadowed. */
    private Optional<Finding> conflict(RegisteredComponent component) {
        List<RegisteredComponent> meant = registry.candidates(component.kind(), component.shortName());
        if (meant.equals(List.of(component))) {
            return Optional.empty();
        }
        String others = meant.stream()
                .filter(each -> !each.equals(component))
                .map(each -> each.owner().id())
                .collect(Collectors.joining(", "));
        return Optional.of(Finding.remark(
                component.kind().label() + " '" + component.shortName() + "' is also brought by " + others,
                "write '" + component.id() + "' in model files to mean this one"));
    }
}
