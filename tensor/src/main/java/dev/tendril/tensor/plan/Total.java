package dev.tendril.tensor.plan;

import dev.tendril.tensor.operation.Contract;
import dev.tendril.tensor.operation.SumTo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is computed in one call when all steps are done, from what they have left. */
sealed interface Total {

    /** The values computed. */
    List<Value> values();

    /** Σ a bᵀ over all rows of all steps; the a of the values lie side by side, b is the same for all. */
    record Products(List<Value> values) implements Total {}

    /** Σ x over all rows of all steps; the x of the values lie side by side. */
    record Columns(List<Value> values) implements Total {}

    /** Any other operation on whole values. */
    record Other(Value value) implements Total {
        @Override
        public List<Value> values() {
            return List.of(value);
        }
    }

    /**
     * The calls that compute some values. Those over steps come first: they wait for nothing.
     *
     * @param values in order
     * @param perStep whether a stored value is there for every step
     * @param access where a value is
     */
    static List<Total> of(List<Value> values, Predicate<Value> perStep, Function<Value, Access> access) {
        Map<Object, List<Value>> products = new LinkedHashMap<>();
        List<Value> columns = new ArrayList<>();
        List<Total> others = new ArrayList<>();
        for (Value value : values) {
            boolean fromSteps = value.operands().stream()
                    .allMatch(operand ->
                            operand.ofRows() && perStep.test(View.of(operand).base()));
            if (fromSteps && value.isA(Contract.class)) {
                products.computeIfAbsent(value.operands().get(1), key -> new ArrayList<>())
                        .add(value);
            } else if (fromSteps
                    && value.isA(SumTo.class)
                    && value.width() == value.operands().get(0).width()) {
                columns.add(value);
            } else {
                others.add(new Other(value));
            }
        }
        Function<Value, Access> first = value -> access.apply(value.operands().get(0));
        List<Total> totals = new ArrayList<>();
        products.values()
                .forEach(sharing -> Neighbours.runs(sharing, first).forEach(run -> totals.add(new Products(run))));
        Neighbours.runs(columns, first).forEach(run -> totals.add(new Columns(run)));
        totals.addAll(others);
        return totals;
    }
}
