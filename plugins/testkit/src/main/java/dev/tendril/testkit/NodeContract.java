package dev.tendril.testkit;

import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.SequenceStepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.tensor.Pass;
import java.util.ArrayList;
import java.util.List;

/**
 * What Tendril relies on in a node.
 *
 * @param <P> the node's parameters
 */
public abstract class NodeContract<P extends Record> extends GraphContract<P> {

    /**
     * The contract of one node.
     *
     * @param plugin that brings the node
     * @param examples its name and parameters
     * @param ports types of what arrives, of known sizes, over the time axes {@code source} (5 steps at most), {@code target} (4), or
     *     {@code sentences} with {@code words} in them
     */
    protected NodeContract(Class<? extends Plugin> plugin, Examples<P> examples, PortTypes ports) {
        super(Kind.NODE, plugin, examples, ports);
    }

    @Override
    final List<Check> own(Trial trial) {
        List<Check> checks = new ArrayList<>(super.own(trial));
        checks.add(new Check("it can step if its provider says so", () -> look(trial, NodeContract::stepping)));
        return checks;
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static void stepping(Trial trial, Node node, Values values, Pass pass) {
        NodeProvider<Record> provider = trial.provider(NodeProvider.class);
        boolean steps = node.stepper().isPresent();
        boolean resumes =
                node.stepper().filter(SequenceStepper.class::isInstance).isPresent();
        List<String> problems = new ArrayList<>();
        if (provider.stepwise(trial.parameters()) != steps) {
            problems.add("stepwise() is " + !steps + ", and stepper() is " + (steps ? "there" : "empty"));
        }
        if (provider.resumable(trial.parameters()) != resumes) {
            problems.add(
                    "resumable() is " + !resumes + ", and stepper() is " + (resumes ? "a" : "no") + " SequenceStepper");
        }
        Failures.failIf(problems, "a provider knows what its nodes can do");
    }
}
