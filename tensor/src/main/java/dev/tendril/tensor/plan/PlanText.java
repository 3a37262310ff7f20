package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for people: phase by phase, level by level. */
final class PlanText {
    private final Recurrence plan;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Recurrence plan) {
        this.plan = plan;
    }

    /** The lines of a plan. */
    static List<String> of(Recurrence plan) {
        PlanText text = new PlanText(plan);
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
                lines.add("  product [" + panel.inner() + "] to [" + panel.columns() + "]" + parts(panel) + start);
            }
        }
    }

    private static String parts(Panel panel) {
        int count = panel.parts().size();
        if (count == 1) {
            return "";
        }
        return " of " + count + " weights " + (panel.beside() ? "side by side" : "one behind the other");
    }

    private void totals() {
        List<Value> last = plan.parts().last();
        if (last.isEmpty()) {
            return;
        }
        lines.add("at last, over all rows and steps");
        for (Value value : last) {
            if (View.of(value).base() == value) {
                String sizes =
                        Arrays.stream(value.sizes()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
                lines.add("  " + RowProgram.name(value) + " to [" + sizes + "]");
            }
        }
    }
}
