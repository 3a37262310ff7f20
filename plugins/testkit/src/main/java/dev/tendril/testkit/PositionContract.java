package dev.tendril.testkit;

import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.runtime.wiring.ComponentBench;
import dev.tendril.tensor.TendrilEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What Tendril relies on in a position encoding: in the input of a model, and in the heads of its self-attention.
 *
 * @param <P> the position encoding's parameters
 */
public abstract class PositionContract<P extends Record> extends ComputingContract<P> {
    private static final int HEADS = 2;
    private static final int LATER = 7;

    private final int features;

    /**
     * The contract of one position encoding.
     *
     * @param plugin that brings the position encoding
     * @param examples its name and parameters; with a length, if it has one, of 5 or more
     * @param features of the vectors; what two heads have together
     */
    protected PositionContract(Class<? extends Plugin> plugin, Examples<P> examples, int features) {
        super(Kind.POSITION, plugin, examples);
        this.features = features;
    }

    private Position position(Trial trial, ComponentBench bench) {
        return bench.place("tried").position(trial.as(), "position", features);
    }

    @Override
    final Subject subject(Trial trial, Engine engine, long seed) {
        ComponentBench bench = trial.bench(engine, seed);
        Position position = position(trial, bench);
        Map<String, BiFunction<Tensor, Pass, Tensor>> ways = new LinkedHashMap<>();
        ways.put("input", (x, pass) -> position.encode(x, 0));
        ways.put("heads", (x, pass) -> position.encodeHeads(x, HEADS, LATER));
        return Pointwise.subject(bench.parameters(), features, ways);
    }

    @Override
    final List<Check> own(Trial trial) {
        return List.of(
                new Check(
                        "the output has the shape of the input",
                        () -> Pointwise.sameShape(features, engine -> {
                            Position position = position(trial, trial.bench(engine, 5));
                            return x -> position.encodeHeads(position.encode(x, 0), HEADS, 0);
                        })),
                new Check("going step by step gives the bits of the whole", () -> steps(trial)));
    }

    private void steps(Trial trial) {
        try (TendrilEngine engine = Engines.plain();
                Pass pass = engine.open(PassOptions.inference())) {
            Position position = position(trial, trial.bench(engine, 5));
            Sample sample = SampleBatch.of(List.of(Input.vectors("x", features)))
                    .samples()
                    .get(0);
            Shape shape = sample.numbers().shape();
            Tensor x = pass.tensor(shape, sample.numbers().values());
            Map<String, Numbers> whole = new LinkedHashMap<>();
            Map<String, Numbers> single = new LinkedHashMap<>();
            for (int t = 0; t < shape.size(1); t++) {
                Tensor step = x.slice(1, t, t + 1);
                whole.put("input of step " + t, Numbers.of(position.encode(x, 0).slice(1, t, t + 1)));
                single.put("input of step " + t, Numbers.of(position.encode(step, t)));
                whole.put(
                        "heads of step " + t,
                        Numbers.of(position.encodeHeads(x, HEADS, 0).slice(1, t, t + 1)));
                single.put("heads of step " + t, Numbers.of(position.encodeHeads(step, HEADS, t)));
            }
            new Same("in the whole", "alone").bits("a step is told where it stands", whole, single);
        }
    }
}
