package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for people: phase by phase, level by level. */
final class PlanText {
    private final Recurrence plan;
    private final List<String> known;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Recurrence plan, List<String> known) {
        this.plan = plan;
        this.known = known;
    }

    /** The lines of a plan whose known tensors have names. */
    static List<String> of(Recurrence plan, List<String> known) {
        PlanText text = new PlanText(plan, known);
        text.phase(Phase.ROWS, "once for every row");
        text.phase(Phase.BEFORE, "before the loop, all steps at once");
        text.phase(Phase.LOOP, "at every step");
        text.phase(Phase.AFTER, "after the loop, all steps at once");
        text.totals();
        return List.copyOf(text.lines);
    }

    private void phase(Phase phase, String title) {
        List<Stage> stages = plan.stages(phase);
        if (stages.isEmpty()) {
            return;
        }
        lines.add(title);
        for (Stage stage : stages) {
            if (!stage.program().isEmpty()) {
                String operations = stage.program().names().stream().collect(Collectors.joining(", "));
                lines.add("  rows, " + stage.program().blockRows() + " at a time: " + operations);
            }
            for (ProductCall call : stage.products()) {
                Panel panel = call.panel();
                String start =
                        switch (call.start()) {
                            case ZERO -> "";
                            case THERE -> ", added to what is there";
                            case ROWS -> ", added to other rows";
                            case BIAS -> ", with bias";
                        };
                lines.add("  product [" + panel.inner() + "] to [" + panel.columns() + "]: " + weights(panel) + start);
            }
        }
    }

    private String weights(Panel panel) {
        String names = panel.parts().stream().map(this::weight).collect(Collectors.joining(", "));
        if (panel.parts().size() == 1) {
            return names;
        }
        return names + (panel.beside() ? ", side by side" : ", one behind the other");
    }

    private String weight(Weight weight) {
        if (weight.matrix().origin() instanceof Origin.Known leaf) {
            return known.get(leaf.index()) + (weight.isWhole() ? "" : " (a part)");
        }
        return "a computed matrix";
    }

    private void totals() {
        List<Total> totals = plan.parts().totals();
        if (totals.isEmpty()) {
            return;
        }
        lines.add("at last, over all rows and steps");
        for (Total total : totals) {
            Value first = total.values().get(0);
            if (View.of(first).base() == first) {
                int count = total.values().size();
                lines.add("  " + RowProgram.name(first) + ": " + sizes(first)
                        + (count == 1 ? "" : ", " + count + " at once"));
            }
        }
    }

    private static String sizes(Value value) {
        return Arrays.stream(value.sizes()).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
