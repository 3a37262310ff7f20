package dev.tendril.testkit;

import dev.tendril.api.spi.InitializerProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What Tendril relies on in an initializer.
 *
 * @param <P> the initializer's parameters
 */
public abstract class InitializerContract<P extends Record> extends ComponentContract<P> {
    private static final long SEED = 5;

    private final List<Shape> shapes;

    /**
     * The contract of one initializer.
     *
     * @param plugin that brings the initializer
     * @param examples its name and parameters
     * @param shapes of parameters that it can fill, best of several ranks; for a weight [O, I]
     */
    protected InitializerContract(Class<? extends Plugin> plugin, Examples<P> examples, Shape... shapes) {
        super(Kind.INITIALIZER, plugin, examples);
        this.shapes = List.of(shapes);
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Initializer initializer(Trial trial) {
        return ((InitializerProvider<Record>) trial.provider(InitializerProvider.class)).create(trial.parameters());
    }

    private Map<String, Numbers> numbers(Initializer initializer, Engine engine, long seed) {
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        for (Shape shape : shapes) {
            Initializer.Draw draw =
                    new Initializer.Draw(engine.random(), RandomKey.of(seed).with("tried"), engine.linearAlgebra());
            double[] values = initializer.values(shape, draw);
            numbers.put("values for " + shape, new Numbers(Shape.of(values.length), values));
        }
        return numbers;
    }

    @Override
    final void smoke(Trial trial) {
        try (TendrilEngine engine = Engines.plain()) {
            numbers(initializer(trial), engine, SEED);
        }
    }

    @Override
    final List<Check> checks(Trial trial) {
        return List.of(
                new Check("it gives as many finite numbers as a shape has elements", () -> counts(trial)),
                new Check("the same key gives the same bits", () -> keys(trial)),
                new Check("threads that use it at once get the same bits", () -> concurrent(trial)));
    }

    private void counts(Trial trial) {
        try (TendrilEngine engine = Engines.plain()) {
            Map<String, Numbers> numbers = numbers(initializer(trial), engine, SEED);
            List<String> problems = new ArrayList<>();
            for (Shape shape : shapes) {
                double[] values = Objects.requireNonNull(numbers.get("values for " + shape))
                        .values();
                if (values.length != shape.elements()) {
                    problems.add(
                            shape + " has " + shape.elements() + " elements and got " + values.length + " numbers");
                }
                for (int i = 0; i < values.length; i++) {
                    if (!Double.isFinite(values[i])) {
                        problems.add("number " + i + " for " + shape + " is " + values[i]);
                    }
                }
            }
            Failures.failIf(problems, "a parameter starts from one finite number for each of its elements");
        }
    }

    private void keys(Trial trial) {
        try (TendrilEngine engine = Engines.plain()) {
            Initializer one = initializer(trial);
            Map<String, Numbers> first = numbers(one, engine, SEED);
            new Same("the first time", "the second time")
                    .bits("the same key, the same bits", first, numbers(one, engine, SEED));
            new Same("of one", "of another that was made the same way")
                    .bits("the same key, the same bits", first, numbers(initializer(trial), engine, SEED));
        }
    }

    private void concurrent(Trial trial) throws Exception {
        try (TendrilEngine engine = Engines.plain()) {
            Initializer initializer = initializer(trial);
            Together.check(
                    "several threads get the bits of one", variant -> numbers(initializer, engine, SEED + variant));
        }
    }
}
