package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a step is run over sequences, and how gradients run back through it. Thread-safe. */
public final class UnrollPlan {
    private final Step step;
    private final Rewriting rewriting;
    private final Recurrence forwards;
    private final Map<Set<Origin>, Gradient> gradients = new LinkedHashMap<>();

    private UnrollPlan(Step step, Rewriting rewriting, Recurrence forwards) {
        this.step = step;
        this.rewriting = rewriting;
        this.forwards = forwards;
    }

    /**
     * The recurrence backwards.
     *
     * @param recurrence takes the gradient of the output per step, and that of what is carried after the last step
     * @param perStep leaves whose gradients it gives for every step, in the order of its results
     * @param sums leaves whose gradients it gives once, in the order of its results
     */
    public record Gradient(Recurrence recurrence, List<Origin> perStep, List<Origin> sums) {}

    /**
     * Plans a step.
     *
     * @param keeping whether what gradients need is kept
     * @throws NotPlannable if it cannot be
     */
    public static UnrollPlan of(Step step, boolean keeping) {
        List<Value> wanted = new ArrayList<>(step.next());
        wanted.add(step.output());
        Rewriting rewriting = new Rewriting(step.equations(), wanted, false);
        Set<Value> claimed = new HashSet<>();
        List<Value> next = new ArrayList<>();
        for (Value value : step.next()) {
            Value rewritten = rewriting.of(value);
            next.add(
                    rewriting.carried(
                                    value) // else it may be computed before the loop, and is copied there at every step
                            ? own(step.equations(), rewritten, claimed)
                            : step.equations().copy(rewritten));
        }
        List<Value> perStep = new ArrayList<>();
        perStep.add(stored(step.equations(), rewriting.of(step.output())));
        if (keeping) {
            StepGradient.Derived derived = derive(step, rewriting, Set.copyOf(leaves(step)));
            keptValues(derived).forEach(value -> perStep.add(rewriting.of(value)));
        }
        Compiler.Kept none = new Compiler.Kept(value -> false, value -> {
            throw new IllegalStateException("a step forwards keeps nothing");
        });
        Recurrence forwards =
                Compiler.compile(step.equations(), new Results(next, perStep, List.of()), Compiler.Kind.FORWARDS, none);
        return new UnrollPlan(step, rewriting, forwards);
    }

    /** The recurrence forwards; its first result per step is the output. */
    public Recurrence forwards() {
        return forwards;
    }

    /**
     * The recurrence backwards.
     *
     * @param wanted leaves whose gradients are wanted, besides those of what is carried
     */
    public synchronized Gradient gradient(Set<Origin> wanted) {
        return gradients.computeIfAbsent(Set.copyOf(wanted), this::planGradient);
    }

    /** The recurrences backwards planned so far. */
    public synchronized List<Gradient> gradients() {
        return List.copyOf(gradients.values());
    }

    private Gradient planGradient(Set<Origin> wanted) {
        StepGradient.Derived derived = derive(step, rewriting, wanted);
        Equations equations = derived.equations();
        List<Origin> perStep = new ArrayList<>();
        List<Origin> sums = new ArrayList<>();
        List<Value> perStepValues = new ArrayList<>();
        List<Value> sumValues = new ArrayList<>();
        for (Value leaf : derived.wanted()) {
            Value gradient = derived.leaves().of(leaf);
            if (leaf.origin() instanceof Origin.PerStep) {
                perStep.add(leaf.origin());
                perStepValues.add(gradient);
            } else {
                sums.add(leaf.origin());
                sumValues.add(
                        leaf.origin() instanceof Origin.PerRow
                                ? equations.leaf(new Origin.OverSteps(gradient), gradient.shape())
                                : gradient);
            }
        }
        List<Value> all = new ArrayList<>(derived.next());
        all.addAll(perStepValues);
        all.addAll(sumValues);
        Rewriting backwards = new Rewriting(equations, all, true);
        List<Value> next = backwards.of(derived.next());
        perStepValues = backwards.of(perStepValues);
        sumValues = backwards.of(sumValues);
        all = new ArrayList<>(next);
        all.addAll(perStepValues);
        all.addAll(sumValues);
        Uses uses = new Uses(all);
        Results results = new Results(
                next.stream()
                        .map(value -> uses.count(value) > 1 ? equations.copy(value) : stored(equations, value))
                        .toList(),
                perStepValues.stream().map(value -> stored(equations, value)).toList(),
                sumValues);
        Compiler.Kept kept =
                new Compiler.Kept(value -> forwards.oncePerRow(keptBy(value)), value -> forwards.place(keptBy(value)));
        Recurrence recurrence = Compiler.compile(equations, results, Compiler.Kind.BACKWARDS, kept);
        return new Gradient(recurrence, perStep, sums);
    }

    /** The stored value forwards behind a kept one. */
    private Value keptBy(Value value) {
        View view = View.of(rewriting.of(((Origin.Kept) value.origin()).value()));
        if (!view.isWhole()) {
            throw new IllegalStateException(value + " is kept as a part of another");
        }
        return view.base();
    }

    private static StepGradient.Derived derive(Step step, Rewriting rewriting, Set<Origin> wanted) {
        return StepGradient.derive(
                step,
                value -> wanted.contains(value.origin()),
                value -> rewriting.of(value).origin() instanceof Origin.Products);
    }

    /** Everything but what is carried that the caller gives. */
    private static List<Origin> leaves(Step step) {
        List<Value> results = new ArrayList<>(step.next());
        results.add(step.output());
        return new Uses(results)
                .inOrder().stream()
                        .filter(value -> value.operands().isEmpty() && !(value.origin() instanceof Origin.Carried))
                        .map(Value::origin)
                        .toList();
    }

    /** The computed values of the step forwards that gradients read. */
    private static Collection<Value> keptValues(StepGradient.Derived derived) {
        List<Value> results = new ArrayList<>(derived.next());
        derived.wanted().forEach(leaf -> results.add(derived.leaves().of(leaf)));
        return new Uses(results)
                .inOrder().stream()
                        .filter(value -> value.origin() instanceof Origin.Kept)
                        .map(value -> ((Origin.Kept) value.origin()).value())
                        .filter(value -> !value.operands().isEmpty())
                        .toList();
    }

    /** A value that has a place of its own, which nothing else claims. */
    private static Value own(Equations equations, Value value, Set<Value> claimed) {
        Value stored = stored(equations, value);
        return claimed.add(stored) ? stored : equations.copy(stored);
    }

    /** A value that is computed and stored: itself, or a copy. */
    private static Value stored(Equations equations, Value value) {
        boolean computed = !value.operands().isEmpty() && View.of(value).base() == value;
        return computed && value.ofRows() ? value : equations.copy(value);
    }
}
