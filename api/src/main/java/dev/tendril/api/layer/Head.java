package dev.tendril.api.layer;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.data.Value;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import java.util.Optional;

/** A node that has a part in the model's loss: one at which the model predicts, or one that punishes what it does not like. */
@PluginImplemented
public sealed interface Head extends Node permits Head.Predicting, Head.Penalizing {

    /**
     * Its part in the loss, summed over real steps or examples; a scalar.
     *
     * @param inputs all ports, {@code target} included
     */
    Tensor loss(Values inputs, Pass pass);

    /** A head at which the model predicts: it compares what it computes with the value at its port {@code target}. */
    @PluginImplemented
    sealed interface Predicting extends Head permits Scoring, Generating {

        /**
         * What the sum is divided by for the mean: that of {@link dev.tendril.api.training.Loss#weight}.
         *
         * @param target the value at port {@code target}
         */
        double lossWeight(Value target);

        /** How its loss is computed window by window, if it can be. */
        default Optional<Windowed<?>> windowed() {
            return Optional.empty();
        }
    }

    /**
     * A head that predicts nothing and has no port {@code target}: what it computes is to become small. Its loss is a sum over the
     * examples, whose mean is over their number; it has no outputs, and predicting neither computes it nor needs what it is computed from.
     */
    @PluginImplemented
    non-sealed interface Penalizing extends Head {}

    /** A head whose prediction is one computation: {@link #forward} gives it at port {@code output}, {@code target} left open. */
    @PluginImplemented
    non-sealed interface Scoring extends Predicting {
        /** How the numbers at port {@code output} are to be read. */
        Reading reading();
    }

    /** How the output of a scoring head is to be read. */
    enum Reading {
        /** Probabilities of classes, of which one holds. */
        PROBABILITIES,
        /** Probabilities of classes, each of which may hold. */
        INDEPENDENT_PROBABILITIES,
        /** The predicted numbers themselves. */
        NUMBERS
    }

    /** A head that generates a sequence, token by token. */
    @PluginImplemented
    non-sealed interface Generating extends Predicting {
        /**
         * The model of the next token, given the inputs.
         *
         * @param inputs all ports but {@code target}
         */
        StepModel<?> stepModel(Values inputs, Pass pass);
    }
}
