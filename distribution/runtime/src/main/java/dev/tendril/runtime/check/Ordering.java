package dev.tendril.runtime.check;

import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders nodes so that every node stands behind its sources, and reports circles. */
final class Ordering {
    private final Set<String> fields;
    private final Map<String, NodeDraft> drafts;
    private final Problems problems;
    private final Set<String> ordered = new LinkedHashSet<>();
    private final Set<String> visited = new HashSet<>();
    private final List<String> open = new ArrayList<>();

    private Ordering(Set<String> fields, Map<String, NodeDraft> drafts, Problems problems) {
        this.fields = fields;
        this.drafts = drafts;
        this.problems = problems;
    }

    /** The names of all nodes, sources first, otherwise in the order of the file. */
    static List<String> of(Set<String> fields, Map<String, NodeDraft> drafts, Problems problems) {
        Ordering ordering = new Ordering(fields, drafts, problems);
        drafts.keySet().forEach(ordering::visit);
        return List.copyOf(ordering.ordered);
    }

    private void visit(String name) {
        NodeDraft draft = drafts.get(name);
        if (draft == null || !visited.add(name)) {
            return;
        }
        open.add(name);
        for (NodeDraft.Input input : draft.inputs()) {
            for (Scalar edge : input.edges()) {
                String source = Linker.edge(edge).source();
                if (fields.contains(source)) {
                    continue;
                }
                if (open.contains(source)) {
                    reportCircle(source, edge);
                } else {
                    visit(source);
                }
            }
        }
        open.remove(open.size() - 1);
        ordered.add(name);
    }

    private void reportCircle(String source, Scalar edge) {
        List<String> circle = new ArrayList<>(open.subList(open.indexOf(source), open.size()));
        Collections.reverse(circle);
        circle.add(0, source);
        problems.error(Code.CYCLE, "the graph goes in a circle: " + String.join(" → ", circle))
                .at(edge.location())
                .label("a node cannot wait for what waits for it")
                .report();
    }
}
