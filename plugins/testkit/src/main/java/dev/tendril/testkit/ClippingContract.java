package dev.tendril.testkit;

import dev.tendril.api.spi.ClippingProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Clipping;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What Tendril relies on in a clipping.
 *
 * @param <P> the clipping's parameters
 */
public abstract class ClippingContract<P extends Record> extends ComponentContract<P> {
    private static final double ROUNDING = 1e-10;

    /** From gradients that nothing clips to ones that anything does. */
    private static final double[] SCALES = {0, 1e-6, 0.1, 1, 1e6};

    /**
     * The contract of one clipping.
     *
     * @param plugin that brings the clipping
     * @param examples its name and parameters
     */
    protected ClippingContract(Class<? extends Plugin> plugin, Examples<P> examples) {
        super(Kind.CLIPPING, plugin, examples);
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Clipping clipping(Trial trial) {
        return ((ClippingProvider<Record>) trial.provider(ClippingProvider.class)).create(trial.parameters());
    }

    private static Map<Parameter, Tensor> gradients(Pass pass, double scale) {
        ParameterStore store = pass.engine().parameters(RandomKey.of(5));
        store.create("vector", Shape.of(5), (shape, draw) -> new double[5]);
        store.create("matrix", Shape.of(3, 2), (shape, draw) -> new double[6]);
        Random random = new Random(7);
        Map<Parameter, Tensor> gradients = new LinkedHashMap<>();
        for (Parameter parameter : store.parameters()) {
            Shape shape = parameter.shape();
            gradients.put(parameter, pass.tensor(shape, Samples.gaussian(shape.elements(), random, scale)));
        }
        return gradients;
    }

    private static Map<String, Numbers> numbers(Map<Parameter, Tensor> gradients) {
        Map<String, Numbers> numbers = new LinkedHashMap<>();
        gradients.forEach((parameter, gradient) -> numbers.put(parameter.path(), Numbers.of(gradient)));
        return numbers;
    }

    @Override
    final void smoke(Trial trial) {
        try (TendrilEngine engine = Engines.plain();
                Pass pass = engine.open(PassOptions.inference())) {
            clipping(trial).clip(gradients(pass, 1));
        }
    }

    @Override
    final List<Check> checks(Trial trial) {
        return List.of(
                new Check("it gives a gradient of the same shape for every parameter, in order", () -> shapes(trial)),
                new Check("it says the norm before clipping, and whether it acted", () -> report(trial)),
                new Check("it leaves what it was given alone", () -> untouched(trial)),
                new Check("threads that use it at once get the same bits", () -> concurrent(trial)));
    }

    private static void shapes(Trial trial) {
        try (TendrilEngine engine = Engines.plain();
                Pass pass = engine.open(PassOptions.inference())) {
            Map<Parameter, Tensor> gradients = gradients(pass, 1);
            Map<Parameter, Tensor> clipped = clipping(trial).clip(gradients).gradients();
            List<String> problems = new ArrayList<>();
            List<String> expected = gradients.entrySet().stream()
                    .map(ClippingContract::described)
                    .toList();
            List<String> actual =
                    clipped.entrySet().stream().map(ClippingContract::described).toList();
            if (!expected.equals(actual)) {
                problems.add("given were " + expected + ", given back were " + actual);
            }
            Failures.failIf(problems, "gradients keep their parameters, shapes and order");
        }
    }

    private static String described(Map.Entry<Parameter, Tensor> gradient) {
        return gradient.getKey().path() + " " + gradient.getValue().shape();
    }

    private static void report(Trial trial) {
        List<String> problems = new ArrayList<>();
        try (TendrilEngine engine = Engines.of(Precision.FLOAT64, 1);
                Pass pass = engine.open(PassOptions.inference())) {
            for (double scale : SCALES) {
                Map<Parameter, Tensor> gradients = gradients(pass, scale);
                double squares = gradients.values().stream()
                        .mapToDouble(Tensor::sumOfSquares)
                        .sum();
                Clipping.Clipped clipped = clipping(trial).clip(gradients);
                double norm = Math.sqrt(squares);
                boolean right = Math.abs(clipped.norm() - norm) <= ROUNDING * Math.max(1, norm); // false for NaN
                if (!right) {
                    problems.add("norm is " + norm + ", said was " + clipped.norm());
                }
                boolean changed = changed(gradients, clipped.gradients());
                if (changed != clipped.acted()) {
                    problems.add("gradients of norm " + norm + (changed ? " were changed" : " were not changed")
                            + ", and acted() is " + clipped.acted());
                }
            }
        }
        Failures.failIf(
                problems, "clipping says what it did (norms compared within " + ROUNDING + ", gradients bit by bit)");
    }

    /** Whether a number is another; 0 and −0 are the same. */
    private static boolean changed(Map<Parameter, Tensor> before, Map<Parameter, Tensor> after) {
        return before.entrySet().stream().anyMatch(gradient -> {
            double[] one = gradient.getValue().toDoubles();
            double[] other =
                    Objects.requireNonNull(after.get(gradient.getKey())).toDoubles();
            return IntStream.range(0, one.length).anyMatch(i -> one[i] != other[i]);
        });
    }

    private static void untouched(Trial trial) {
        try (TendrilEngine engine = Engines.plain();
                Pass pass = engine.open(PassOptions.inference())) {
            Map<Parameter, Tensor> gradients = gradients(pass, 1e6);
            Map<String, Numbers> before = numbers(gradients);
            clipping(trial).clip(gradients);
            new Same("before", "after").bits("the gradients that were given stay", before, numbers(gradients));
        }
    }

    private static void concurrent(Trial trial) throws Exception {
        try (TendrilEngine engine = Engines.plain()) {
            Clipping clipping = clipping(trial);
            Together.check("several threads get the bits of one", variant -> {
                try (Pass pass = engine.open(PassOptions.inference())) {
                    return numbers(clipping.clip(gradients(pass, 1 + variant)).gradients());
                }
            });
        }
    }
}
