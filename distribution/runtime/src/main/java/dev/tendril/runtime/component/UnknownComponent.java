package dev.tendril.runtime.component;

import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.diagnostic.Shortened;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports a name that means no component, or several: what is near, what is installed, what is broken. */
final class UnknownComponent {
    private final ComponentRegistry registry;
    private final Problems problems;

    UnknownComponent(ComponentRegistry registry, Problems problems) {
        this.registry = registry;
        this.problems = problems;
    }

    void report(List<Kind> kinds, Scalar name, List<RegisteredComponent> candidates) {
        String what = kinds.stream().map(Kind::label).collect(Collectors.joining(" or ")) + " '"
                + Shortened.value(name.text()) + "'";
        if (!candidates.isEmpty()) {
            problems.error(Code.AMBIGUOUS_COMPONENT, what + " can mean several")
                    .at(name.location())
                    .label("write which: "
                            + join(candidates.stream()
                                    .map(RegisteredComponent::id)
                                    .toList()))
                    .report();
        } else if (missingPlugin(kinds, name.text()).isPresent()) {
            notInstalled(what, missingPlugin(kinds, name.text()).get(), name);
        } else if (kinds.stream().anyMatch(kind -> Roadmap.planned(kind, name.text()))) {
            problems.error(Code.NOT_INSTALLED, what + " is not installed yet")
                    .at(name.location())
                    .note("available: " + join(names(kinds)))
                    .report();
        } else {
            unknown(what, kinds, name);
        }
    }

    /** The plugin of the distribution that brings this, unless it is there and does not. */
    private Optional<String> missingPlugin(List<Kind> kinds, String name) {
        return kinds.stream()
                .flatMap(kind -> BundledPlugins.bringing(kind, name).stream())
                .filter(id -> registry.plugins().stream()
                        .noneMatch(plugin -> plugin.id().equals(id)))
                .findFirst();
    }

    private void notInstalled(String what, String plugin, Scalar name) {
        Problems.Report report = problems.error(
                        Code.NOT_INSTALLED, what + " comes with the plugin '" + plugin + "', which is not installed")
                .at(name.location())
                .note("remedy: take the folder plugins/" + plugin + " from the distribution, or put tendril-plugin-"
                        + plugin + " on the class path");
        registry.broken().forEach(broken -> report.note("broken plugin: " + broken.label()));
        report.report();
    }

    private void unknown(String what, List<Kind> kinds, Scalar name) {
        Problems.Report report = problems.error(Code.UNKNOWN_COMPONENT, "unknown " + what)
                .at(name.location())
                .label(Similar.question(name.text(), names(kinds)));
        elsewhere(name.text(), kinds).forEach(report::note);
        report.note("available: " + join(names(kinds)))
                .note("plugins: "
                        + join(registry.plugins().stream()
                                .map(plugin -> plugin.id() + " " + plugin.version())
                                .toList()));
        registry.broken().forEach(plugin -> report.note("broken plugin: " + plugin.label()));
        report.report();
    }

    private List<String> names(List<Kind> kinds) {
        return kinds.stream()
                .flatMap(kind -> registry.list(kind).stream())
                .map(RegisteredComponent::writtenName)
                .sorted()
                .toList();
    }

    private List<String> elsewhere(String name, List<Kind> kinds) {
        List<String> notes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (!kinds.contains(kind) && !registry.candidates(kind, name).isEmpty()) {
                notes.add("note: '" + name + "' is " + new ValueType.Component(kind).words());
            }
        }
        return notes;
    }

    private static String join(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
