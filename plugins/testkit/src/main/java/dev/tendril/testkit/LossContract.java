package dev.tendril.testkit;

import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.LossProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Loss;
import java.util.List;
import java.util.Map;

/**
 * What Tendril relies on in a loss.
 *
 * @param <P> the loss's parameters
 */
public abstract class LossContract<P extends Record> extends ComputingContract<P> {
    private static final String OUTPUT = "output";
    private static final String TARGET = "target";

    private final EdgeType output;
    private final EdgeType target;

    /**
     * The contract of one loss on values of one pair of types.
     *
     * @param plugin that brings the loss
     * @param examples its name and parameters
     * @param output what it reads, over no time axis or the axis {@code source}, such as {@code EdgeType.sequence("source", Size.of(5))}
     * @param target what it compares that with, over the same axis
     */
    protected LossContract(Class<? extends Plugin> plugin, Examples<P> examples, EdgeType output, EdgeType target) {
        super(Kind.LOSS, plugin, examples);
        this.output = output;
        this.target = target;
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Loss loss(Trial trial) {
        return ((LossProvider<Record>) trial.provider(LossProvider.class)).create(trial.parameters());
    }

    @Override
    final Subject subject(Trial trial, Engine engine, long seed) {
        Loss loss = loss(trial);
        List<Input> inputs = List.of(Input.at(OUTPUT, output), new Input(TARGET, target, false));
        return new Subject(
                trial.bench(engine, seed).parameters(),
                inputs,
                (given, pass) -> Map.of("loss", Subject.Output.total(total(loss, given, pass))));
    }

    private static Tensor total(Loss loss, Subject.Given given, Pass pass) {
        Sequence scores = given.sequence(OUTPUT).in(pass);
        Value wanted = given.value(TARGET);
        return loss.of(scores, wanted instanceof Sequence numbers ? numbers.in(pass) : wanted, pass);
    }

    @Override
    final List<Check> own(Trial trial) {
        Loss loss = loss(trial);
        return List.of(
                new Check("it accepts the types it is tried on", () -> loss.check(output, target)),
                new Check(
                        "the loss of a batch is the sum over its rows",
                        () -> Losses.check((engine, seed) -> subject(trial, engine, seed), TARGET, loss::weight)));
    }
}
