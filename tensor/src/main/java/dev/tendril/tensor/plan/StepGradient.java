package dev.tendril.tensor.plan;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Unary;
import dev.tendril.tensor.operation.Backstep;
import dev.tendril.tensor.operation.Combine;
import dev.tendril.tensor.operation.Concat;
import dev.tendril.tensor.operation.Custom;
import dev.tendril.tensor.operation.Expand;
import dev.tendril.tensor.operation.GradientRules;
import dev.tendril.tensor.operation.MapEach;
import dev.tendril.tensor.operation.Operand;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.Reshape;
import dev.tendril.tensor.operation.SumTo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Derives the equations of a step backwards, from {@link GradientRules}. What was dear to compute forwards is kept
 * ({@link Origin.Kept}); what is cheap, and every sheet, is computed again.
 *
 * <p>Per step the caller gives the gradient of the output, {@code PerStep(0)}; {@code Carried(i)} is the gradient of the carried value i
 * after the step.
 */
final class StepGradient {
    private final Step step;
    private final Equations equations;
    private final Map<Value, Boolean> needed = new HashMap<>();
    private final Predicate<Value> wanted;
    private final Predicate<Value> product;
    private final Map<Value, Value> gradients = new HashMap<>();
    private final Map<Value, Value> references = new HashMap<>();

    private StepGradient(Step step, Predicate<Value> wanted, Predicate<Value> product) {
        this.step = step;
        this.wanted = wanted;
        this.product = product;
        this.equations = new Equations(step.equations().next());
    }

    /**
     * What is computed backwards.
     *
     * @param equations where the values are written down
     * @param next gradient of each carried value before the step
     * @param wanted the other leaves that were wanted and matter, in order
     * @param leaves their gradients
     */
    record Derived(Equations equations, List<Value> next, List<Value> wanted, ByValue<Value> leaves) {}

    /**
     * The equations backwards.
     *
     * @param wanted which leaves other than the carried ones; a leaf that is not wanted costs nothing
     * @param product which values are sums of products
     */
    static Derived derive(Step step, Predicate<Value> wanted, Predicate<Value> product) {
        return new StepGradient(step, wanted, product).run();
    }

    private Derived run() {
        seed(step.output(), equations.leaf(new Origin.PerStep(0), step.output().shape()));
        for (int i = 0; i < step.next().size(); i++) {
            Value next = step.next().get(i);
            seed(next, equations.leaf(new Origin.Carried(i), next.shape()));
        }
        List<Value> order = ordered();
        for (int i = order.size() - 1; i >= 0; i--) {
            passOn(order.get(i));
        }
        List<Value> next = new ArrayList<>();
        List<Value> reached = new ArrayList<>();
        ByValue<Value> leaves = new ByValue<>();
        for (Value carried : step.carried()) {
            next.add(gradients.getOrDefault(carried, zeros(carried.shape())));
        }
        for (Value value : order) {
            Value gradient = gradients.get(value);
            if (gradient != null && wanted.test(value)) {
                reached.add(value);
                leaves.put(value, gradient);
            }
        }
        return new Derived(equations, next, reached, leaves);
    }

    private void seed(Value value, Value gradient) {
        if (needs(value)) {
            add(value, gradient);
        }
    }

    /** Everything the step computes, and what it computes that from, in the order of computation. */
    private List<Value> ordered() {
        Set<Value> found = new HashSet<>();
        collect(List.of(step.output()), found);
        collect(step.next(), found);
        return found.stream().sorted(Comparator.comparingInt(Value::number)).toList();
    }

    private static void collect(Collection<Value> values, Set<Value> found) {
        for (Value value : values) {
            if (found.add(value)) {
                collect(value.operands(), found);
            }
        }
    }

    private boolean needs(Value value) {
        Boolean decided = needed.get(value);
        if (decided == null) {
            decided = value.origin() instanceof Origin.Carried || wanted.test(value);
            if (value.origin() instanceof Origin.Computed computed
                    && GradientRules.differentiable(computed.operation())) {
                for (Value operand : computed.operands()) {
                    decided |= needs(operand);
                }
            }
            needed.put(value, decided);
        }
        return decided;
    }

    private void passOn(Value value) {
        Value gradient = gradients.get(value);
        if (gradient != null && value.origin() instanceof Origin.Computed computed) {
            GradientRules.apply(computed.operation(), new Rule(value, computed, gradient));
        }
    }

    private void add(Value value, Value contribution) {
        Value fitting = contribution.shape().equals(value.shape())
                ? contribution
                : equations.apply(new SumTo(value.shape()), contribution);
        gradients.merge(value, fitting, (sum, more) -> equations.apply(new Combine(Binary.PLUS), sum, more));
    }

    private Value zeros(Shape shape) {
        return equations.apply(new Expand(shape), equations.leaf(new Origin.Constant(0), Shape.scalar()));
    }

    /** A value of the step forwards, as the step backwards sees it. */
    private Value reference(Value value) {
        Value known = references.get(value);
        if (known == null) {
            known = referred(value);
            references.put(value, known);
        }
        return known;
    }

    private Value referred(Value value) {
        if (value.origin() instanceof Origin.Known || value.origin() instanceof Origin.Constant) {
            return value;
        }
        if (value.origin() instanceof Origin.Computed computed && (!value.ofRows() || computedAgain(value))) {
            return equations.apply(
                    computed.operation(),
                    computed.operands().stream().map(this::reference).toList());
        }
        return equations.leaf(new Origin.Kept(value), value.shape());
    }

    /** Whether it is cheaper to compute again than to keep. */
    private boolean computedAgain(Value value) {
        return value.isSheet() || (isCheap(value) && !product.test(value));
    }

    /** Whether computing a value costs no more than reading it. */
    static boolean isCheap(Value value) {
        if (!(value.origin() instanceof Origin.Computed computed)) {
            return false;
        }
        Class<? extends Operation> kind = computed.operation().getClass();
        if (computed.operation() instanceof MapEach map) {
            return map.function() == Unary.ABS || map.function() == Unary.RELU;
        }
        return kind == Concat.class || RowWise.VIEWS.contains(kind) || RowWise.ELEMENTWISE.contains(kind);
    }

    /** One operation of the step forwards, seen by its gradient rule. */
    private final class Rule implements Backstep {
        private final Value output;
        private final Origin.Computed computed;
        private final Value gradient;

        Rule(Value output, Origin.Computed computed, Value gradient) {
            this.output = output;
            this.computed = computed;
            this.gradient = gradient;
        }

        @Override
        public Value g() {
            return gradient;
        }

        @Override
        public Value y() {
            return reference(output);
        }

        @Override
        public Value operand(int index) {
            return reference(computed.operands().get(index));
        }

        @Override
        public Shape shape(int index) {
            return computed.operands().get(index).shape();
        }

        @Override
        public int operands() {
            return computed.operands().size();
        }

        @Override
        public boolean needs(int index) {
            return StepGradient.this.needs(computed.operands().get(index));
        }

        @Override
        public void give(int index, Operation operation, Operand... operands) {
            if (needs(index)) {
                add(computed.operands().get(index), run(operation, operands));
            }
        }

        @Override
        public void pass(int index, Operand value) {
            if (needs(index)) {
                add(computed.operands().get(index), (Value) value);
            }
        }

        @Override
        public void put(int index, Operand value) {
            pass(index, value);
        }

        @Override
        public Value run(Operation operation, Operand... operands) {
            return equations.apply(
                    operation, Arrays.stream(operands).map(Value.class::cast).toList());
        }

        @Override
        public Value reshaped(Operand value, Shape shape) {
            return run(new Reshape(shape), value);
        }

        @Override
        public Value zero() {
            return equations.leaf(new Origin.Constant(0), Shape.scalar());
        }

        @Override
        public List<Value> gradients(Custom operation) {
            throw new NotPlannable("a function brings its own gradient");
        }
    }
}
