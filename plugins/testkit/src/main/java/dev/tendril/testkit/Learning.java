package dev.tendril.testkit;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Fitted;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RecordTrees;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What holds for every component that learns from the training split.
 *
 * @param <T> the component
 */
final class Learning<T> {
    private final ComponentRegistry registry;
    private final Way<?, ?, T> way;

    private Learning(ComponentRegistry registry, Way<?, ?, T> way) {
        this.registry = registry;
        this.way = way;
    }

    /**
     * How a component learns and is tried.
     *
     * @param make what fits and builds it, afresh each time
     * @param examples that it learns from
     * @param looks what it does with one thing after another, in lines that can be compared
     */
    private record Way<S extends Record, E, T>(
            Supplier<Fitted<S, E, T>> make, List<E> examples, List<Function<T, String>> looks) {

        S fit(Fitted<S, E, T> fitted) {
            try (TendrilEngine engine = Engines.plain()) {
                FitContext context = new FitContext(engine.random(), RandomKey.of(5), new CancellationToken());
                return fitted.fit(examples, context);
            }
        }

        T learnt() {
            Fitted<S, E, T> fitted = make.get();
            return fitted.build(fit(fitted));
        }

        Map<String, Object> stored(RecordTrees trees) {
            return trees.write(fit(make.get()));
        }

        T restored(RecordTrees trees) {
            Fitted<S, E, T> afresh = make.get();
            return afresh.build(trees.read(afresh.state(), stored(trees)));
        }
    }

    @SuppressWarnings("unchecked") // what is made is of one type each time
    static <E, T> Learning<T> of(
            ComponentRegistry registry,
            Supplier<? extends Fitted<?, E, T>> make,
            List<E> examples,
            List<Function<T, String>> looks) {
        return new Learning<>(registry, new Way<>((Supplier<Fitted<Record, E, T>>) make, examples, looks));
    }

    /** The component, having learnt. */
    T learnt() {
        return way.learnt();
    }

    /** Learns, and looks at everything once. */
    void smoke() {
        lines(way.learnt(), way.looks());
    }

    List<Check> checks() {
        return List.of(
                new Check("what it learns from the same examples is the same", this::deterministic),
                new Check("what it learnt is all that it needs", this::restored),
                new Check("threads that use it at once get the same", this::concurrent));
    }

    private void deterministic() {
        RecordTrees trees = new RecordTrees(registry);
        Map<String, Object> first = way.stored(trees);
        Map<String, Object> second = way.stored(trees);
        Failures.failIf(
                first.equals(second) ? List.of() : List.of("first " + first, "then " + second),
                "the same is learnt each time (compared value by value)");
    }

    private void restored() {
        List<String> before = lines(way.learnt(), way.looks());
        List<String> after = lines(way.restored(new RecordTrees(registry)), way.looks());
        Failures.failIf(
                differences(before, after),
                "what is built from the stored state does what the original did (compared character by character)");
    }

    private void concurrent() throws Exception {
        T learnt = way.learnt();
        List<Function<T, String>> looks = way.looks();
        Together.check(
                variant -> lines(learnt, Together.rotated(looks, variant)),
                (alone, beside) -> Failures.failIf(
                        differences(alone, beside),
                        "several threads get what one gets (compared character by character)"));
    }

    private static <T> List<String> lines(T learnt, List<? extends Function<? super T, String>> looks) {
        return looks.stream().map(look -> look.apply(learnt)).toList();
    }

    static List<String> differences(List<String> expected, List<String> actual) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String one = i < expected.size() ? expected.get(i) : "nothing";
            String other = i < actual.size() ? actual.get(i) : "nothing";
            if (!one.equals(other)) {
                problems.add("it was " + one + ", and is " + other);
            }
        }
        return problems;
    }
}
