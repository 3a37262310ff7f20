package dev.tendril.runtime.check;

import dev.tendril.api.DiagnosticsException;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import java.util.Locale;
import java.util.Optional;

/**
 * Bounds on what a model file may name, since it may come from anyone: what is done with names takes time and memory with their
 * square, and what is done with a graph goes as deep as the graph is long.
 */
final class Bounds {
    private static final int NAMES = 500;
    private static final int PATTERNS = 100;

    private final Problems problems;

    Bounds(Problems problems) {
        this.problems = problems;
    }

    /**
     * Demands that there are not too many names.
     *
     * @throws DiagnosticsException if there are, since nothing else is worth looking at then
     */
    void check(Mapping root) {
        root.get(TopLevel.MODEL).ifPresent(model -> {
            few(model, "nodes");
            if (model instanceof Mapping nodes) {
                nodes.entries().forEach(entry -> edges(entry.value()));
            }
        });
        root.get(TopLevel.DATA)
                .flatMap(data -> data instanceof Mapping sections ? sections.get(DataReader.FIELDS) : Optional.empty())
                .ifPresent(fields -> few(fields, "fields"));
        root.get(TopLevel.TRAINING)
                .flatMap(section -> section instanceof Mapping keys ? keys.get(GroupCheck.GROUPS) : Optional.empty())
                .ifPresent(this::patterns);
    }

    private void patterns(YamlValue groups) {
        long patterns = 0;
        if (groups instanceof Items items) {
            for (YamlValue group : items.values()) {
                int own = group instanceof Mapping keys
                        ? keys.get(GroupCheck.PARAMETERS).map(Bounds::count).orElse(0)
                        : 0;
                patterns += Math.max(1, own);
            }
        }
        atMost(PATTERNS, patterns, groups, "patterns of parameters");
    }

    private void edges(YamlValue node) {
        if (!(node instanceof Mapping keys)) {
            return;
        }
        keys.get(GraphReader.FROM).ifPresent(from -> {
            few(from, "edges");
            if (from instanceof Mapping ports) {
                ports.entries().forEach(port -> few(port.value(), "edges"));
            }
        });
    }

    private void few(YamlValue value, String what) {
        atMost(NAMES, count(value), value, what);
    }

    private static int count(YamlValue value) {
        return value instanceof Mapping mapping
                ? mapping.entries().size()
                : value instanceof Items items ? items.values().size() : 1;
    }

    private void atMost(int most, long count, YamlValue value, String what) {
        if (count > most) {
            problems.error(
                            Code.TOO_LARGE,
                            String.format(Locale.ROOT, "there are %,d %s, more than %,d", count, what, most))
                    .at(value.location())
                    .report();
            problems.throwIfAny();
        }
    }
}
