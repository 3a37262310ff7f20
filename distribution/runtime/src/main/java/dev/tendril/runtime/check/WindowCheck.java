package dev.tendril.runtime.check;

import dev.tendril.api.graph.Port;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.spec.TrainingSpec;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import java.util.Optional;

/**
 * Checks that a model can be learnt window by window, where {@code training.bptt_steps} asks for it.
 *
 * @param reading hears what is wrong
 * @param root the model file
 */
record WindowCheck(Reading reading, Mapping root) {
    private static final String STEPS = "bptt_steps";
    private static final String SHARDS = "shards";

    void check(Optional<TrainingSpec> training, Linked graph) {
        if (training.flatMap(TrainingSpec::bpttSteps).isEmpty()) {
            return;
        }
        if (training.get().shards() > 1) {
            reading.problems()
                    .error(
                            Code.OUT_OF_RANGE,
                            "a batch that is learnt window by window cannot be cut into shards as well")
                    .at(root.place(TopLevel.TRAINING, SHARDS))
                    .label("remove 'shards', or 'bptt_steps'")
                    .report();
        }
        graph.nodes().values().stream().filter(NodeSpec::head).forEach(head -> checkHead(head, graph));
    }

    private void checkHead(NodeSpec head, Linked graph) {
        boolean alone = head.from().keySet().stream().allMatch(Port.TARGET::equals);
        boolean windowed =
                Unchecked.windowed(reading.registry(), head.component(), new SymbolicSizes(reading.registry()));
        if (alone && windowed) {
            return;
        }
        String label =
                reading.registry().get(head.kind(), head.component().id()).label();
        reading.problems()
                .error(
                        Code.NOT_STEPWISE,
                        alone
                                ? label + ", as it is set here, does not carry a state from one window to the next"
                                : "head '" + head.name()
                                        + "' reads more than its target, which cannot be learnt window by window")
                .at(graph.place(head.name(), ""))
                .label("'bptt_steps' wants a language model: a decoder with recurrent steps and nothing but a target")
                .note("training." + STEPS + " stands at line "
                        + root.place(TopLevel.TRAINING, STEPS).line())
                .report();
    }
}
