package dev.tendril.runtime.explain;

import dev.tendril.api.cell.CellPlan;
import java.util.List;

/**
 * How an engine runs recurrences, as text: for each, what is computed once for every row, for all steps before the loop, at every step,
 * and after it; or why it is run step by step.
 */
public final class PlanListing {
    private PlanListing() {}

    /** One paragraph a plan; ends with a line break. */
    public static String of(List<CellPlan> plans) {
        if (plans.isEmpty()) {
            return "the model has no recurrences\n";
        }
        return String.join("\n", plans.stream().map(PlanListing::paragraph).toList());
    }

    private static String paragraph(CellPlan plan) {
        StringBuilder text = new StringBuilder();
        text.append(plan.place().isEmpty() ? "" : plan.place() + ": ");
        text.append(plan.cell().getSimpleName()).append(plan.training() ? ", in training" : "");
        text.append('\n');
        if (!plan.planned()) {
            return text.append("  step by step, without a plan: ")
                    .append(plan.reason())
                    .append('\n')
                    .toString();
        }
        lines(text, "steps", plan.forwards());
        plan.backwards().forEach(lines -> lines(text, "gradients", lines));
        return text.toString();
    }

    private static void lines(StringBuilder text, String title, List<String> lines) {
        text.append("  ").append(title).append('\n');
        lines.forEach(line -> text.append("    ").append(line).append('\n'));
    }
}
