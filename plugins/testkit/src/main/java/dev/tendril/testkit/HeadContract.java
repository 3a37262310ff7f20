package dev.tendril.testkit;

import dev.tendril.api.data.Value;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Head;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Pass;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What Tendril relies on in a head.
 *
 * @param <P> the head's parameters
 */
public abstract class HeadContract<P extends Record> extends GraphContract<P> {
    /** How far probabilities in float32 may be from their sum. */
    private static final double ROUNDING = 1e-5;

    private final String first;

    /**
     * The contract of one head.
     *
     * @param plugin that brings the head
     * @param examples its name and parameters
     * @param ports types of what arrives, {@code target} included where there is one, of known sizes, over the time axes
     *     {@code source} (5 steps at most), {@code target} (4), or {@code sentences} with {@code words} in them
     */
    protected HeadContract(Class<? extends Plugin> plugin, Examples<P> examples, PortTypes ports) {
        super(Kind.HEAD, plugin, examples, ports);
        this.first = ports.types().keySet().iterator().next();
    }

    @Override
    final List<Check> own(Trial trial) {
        List<Check> checks = new ArrayList<>(super.own(trial));
        checks.add(new Check("the loss of a batch is the sum over its rows", () -> losses(trial)));
        checks.add(new Check("probabilities are probabilities", () -> look(trial, HeadContract::probabilities)));
        return checks;
    }

    private void losses(Trial trial) {
        try (TendrilEngine engine = Engines.plain()) {
            Subject.Maker maker = (on, seed) -> subject(trial, on, seed);
            if (node(trial, trial.bench(engine, 5)) instanceof Head.Predicting head) {
                Losses.check(maker, Port.TARGET, head::lossWeight);
            } else {
                Losses.check(maker, first, Value::rows); // the mean of a penalty is over the examples
            }
        }
    }

    private static void probabilities(Trial trial, Node node, Values values, Pass pass) {
        if (!(node instanceof Head.Scoring head) || head.reading() == Head.Reading.NUMBERS) {
            return;
        }
        boolean together = head.reading() == Head.Reading.PROBABILITIES;
        Numbers output = Numbers.of(head.forward(values, pass)
                .sequence(Port.OUTPUT)
                .zeroPadded(pass)
                .values());
        int classes = output.shape().size(-1);
        List<String> problems = new ArrayList<>();
        for (int from = 0; from < output.values().length; from += classes) {
            double[] each = Arrays.copyOfRange(output.values(), from, from + classes);
            double sum = Arrays.stream(each).sum();
            boolean inside = Arrays.stream(each).allMatch(value -> value >= 0 && value <= 1);
            boolean padding = sum == 0;
            if (!inside || (together && !padding && Math.abs(sum - 1) > ROUNDING)) {
                problems.add(output.at(from) + " " + Arrays.toString(each) + " with the sum " + sum);
            }
        }
        Failures.failIf(problems, "probabilities are between 0 and 1, and of one class sum to 1 within " + ROUNDING);
    }
}
