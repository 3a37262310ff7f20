package dev.tendril.layers.steps;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import java.util.Optional;

/**
 * Parameters of {@link RecurrentSteps}.
 *
 * @param cell of every layer
 * @param layers one above the other
 * @param dropout of the input of every layer but the lowest
 * @param attention looks into the memory
 * @param attentionPosition whether it looks before the step or after it
 * @param inputFeeding whether the attentional vector joins the next input
 */
public record RecurrentStepsParameters(
        @Param("The cell of every layer.") ComponentRef<Cell<?>> cell,

        @Param("Number of layers, one above the other.") @Default("1") @Range(min = 1, max = 1000)
        int layers,

        @Param("Probability that a feature between two layers is dropped.")
        @Default("0.0")
        @Range(min = 0, max = 1, maxExclusive = true)
        double dropout,

        @Param("Looks into the memory at every step.") Optional<ComponentRef<Attention<?, ?>>> attention,

        @Param("Whether attention looks before the step (Bahdanau et al. 2015) or after it (Luong et al. 2015).")
        @Default("before")
        AttentionPosition attentionPosition,

        @Param("Whether the attentional vector joins the next input (Luong et al. 2015).") @Default("false")
        boolean inputFeeding) {

    public RecurrentStepsParameters {
        if (layers == 1 && dropout > 0) {
            throw new InvalidParameter(
                    "dropout", "dropout stands between layers, and there is one layer; use more layers, or none of it");
        }
        if (attention.isEmpty() && attentionPosition == AttentionPosition.AFTER) {
            throw new InvalidParameter("attentionPosition", "there is no attention to be placed; give one");
        }
        if (inputFeeding && attentionPosition == AttentionPosition.BEFORE) {
            throw new InvalidParameter(
                    "inputFeeding",
                    "input feeding hands on what attention after the step gives; use attention_position: after");
        }
    }

    /** Where attention stands in a step. */
    public enum AttentionPosition {
        /** The previous state looks, and what it sees joins the input. */
        BEFORE,
        /** The new state looks, and what it sees joins the output. */
        AFTER
    }

    /** One layer without attention. */
    public static RecurrentStepsParameters of(ComponentRef<Cell<?>> cell) {
        return new RecurrentStepsParameters(cell, 1, 0, Optional.empty(), AttentionPosition.BEFORE, false);
    }

    /** The same with attention before the step. */
    public RecurrentStepsParameters attendingBefore(ComponentRef<Attention<?, ?>> before) {
        return new RecurrentStepsParameters(
                cell, layers, dropout, Optional.of(before), AttentionPosition.BEFORE, false);
    }

    /** The same with attention after the step, and input feeding if wished. */
    public RecurrentStepsParameters attendingAfter(ComponentRef<Attention<?, ?>> after, boolean feeding) {
        return new RecurrentStepsParameters(
                cell, layers, dropout, Optional.of(after), AttentionPosition.AFTER, feeding);
    }
}
