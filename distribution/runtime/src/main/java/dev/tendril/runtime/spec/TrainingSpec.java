package dev.tendril.runtime.spec;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.Clipping;
import dev.tendril.api.training.Optimizer;
import dev.tendril.api.training.Schedule;
import java.util.List;
import java.util.Optional;

/**
 * How a model is trained.
 *
 * @param optimizer moves the parameters
 * @param groups parameters that are moved otherwise
 * @param clip bounds the gradients, if given
 * @param schedule scales the learning rate
 * @param averaging what is judged and kept in place of the parameters themselves, if given
 * @param batchSize examples in a batch
 * @param shards parts of a batch that are computed one after the other
 * @param bpttSteps steps after which back-propagation through time is cut, if it is
 * @param epochs at most so many
 * @param earlyStopping when to stop earlier, if given
 */
public record TrainingSpec(
        @Param("What moves the parameters against their gradients.")
        ComponentRef<Optimizer<?>> optimizer,

        @Param(
                "Parameters that are moved by rules of their own, or not at all; of several groups that name one, the first has it.")
        @Default("[]")
        List<ParameterGroupSpec> groups,

        @Param("How gradients are bounded before an update.")
        Optional<ComponentRef<Clipping>> clip,

        @Param("How the learning rate changes while training goes on.") @Default("constant")
        ComponentRef<Schedule> schedule,

        @Param("The mean of the parameters over training, which is judged and kept in their place.")
        Optional<ComponentRef<Averaging<?>>> averaging,

        @Param("Examples in a batch.") @Default("32") @Range(min = 1)
        int batchSize,

        @Param(
                "Into how many parts a batch is cut: each is computed on its own, with less memory, and their gradients are added.")
        @Default("1")
        @Range(min = 1)
        int shards,

        @Param(
                "Steps after which back-propagation through time is cut (Williams and Peng 1990): sequences are learnt window by window,"
                        + " with an update for each, and the state of one window is carried into the next. All at once if not given.")
        @Range(min = 1)
        Optional<Integer> bpttSteps,

        @Param("How often the training split is gone through.") @Range(min = 1)
        int epochs,

        @Param("When to stop before all epochs are run.") Optional<EarlyStoppingSpec> earlyStopping) {
    public TrainingSpec {
        groups = List.copyOf(groups);
    }
}
