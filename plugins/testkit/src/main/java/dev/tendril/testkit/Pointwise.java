package dev.tendril.testkit;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.TendrilEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What turns a tensor into another of the same shape, without knowing which steps are real. */
final class Pointwise {
    private static final String X = "x";

    private Pointwise() {}

    /** A ragged batch of vectors goes through; what stands in the padding before and after is left out. */
    static Subject subject(
            ParameterStore parameters, int features, Map<String, BiFunction<Tensor, Pass, Tensor>> ways) {
        return new Subject(parameters, List.of(Input.vectors(X, features)), (given, pass) -> {
            Sequence x = given.sequence(X).zeroPadded(pass);
            Map<String, Subject.Output> outputs = new LinkedHashMap<>();
            ways.forEach(
                    (name, way) -> outputs.put(name, Subject.Output.real(x.with(way.apply(x.values(), pass)), pass)));
            return outputs;
        });
    }

    /** Fails unless an output has the shape of its input. */
    static void sameShape(int features, Function<Engine, Function<Tensor, Tensor>> making) {
        try (TendrilEngine engine = Engines.plain();
                Pass pass = open(engine)) {
            Shape shape = Shape.of(Samples.ROWS, 5, features);
            Tensor output = making.apply(engine).apply(pass.full(shape, 0.5));
            Sizes.check("the output has the shape of the input", shape, output.shape());
        }
    }

    /**
     * Fails unless each part of the last axis is treated alone.
     *
     * @param part elements of a part: 1 for single numbers
     */
    static void alone(String promise, int features, int part, Function<Engine, Function<Tensor, Tensor>> making) {
        try (TendrilEngine engine = Engines.plain();
                Pass pass = open(engine)) {
            Function<Tensor, Tensor> function = making.apply(engine);
            Sample sample = SampleBatch.of(List.of(Input.vectors(X, features)))
                    .samples()
                    .get(0);
            Shape whole = sample.numbers().shape();
            Shape flat = Shape.of(Math.toIntExact(whole.elements() / part), part);
            Tensor x = pass.tensor(whole, sample.numbers().values());
            Numbers together = Numbers.of(function.apply(x).reshape(flat));
            Map<String, Numbers> beside = new LinkedHashMap<>();
            Map<String, Numbers> single = new LinkedHashMap<>();
            for (int row = 0; row < flat.size(0); row++) {
                beside.put("part " + row, together.row(row, Shape.of(1, part)));
                single.put(
                        "part " + row, Numbers.of(function.apply(x.reshape(flat).slice(0, row, row + 1))));
            }
            new Same("beside others", "alone").bits(promise, beside, single);
        }
    }

    private static Pass open(Engine engine) {
        return engine.open(PassOptions.inference());
    }
}
