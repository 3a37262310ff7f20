package dev.tendril.api.spi;

import dev.tendril.api.HostImplemented;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.training.Loss;

/** Sizes of components named inside another's parameters, before anything is made. Sizes may be symbols. */
@HostImplemented
public interface Sizes {

    /** Output size of a cell. */
    Size cell(ComponentRef<Cell<?>> reference, Size inputSize);

    /** Output size of a cell whose input size is known. */
    default int cell(ComponentRef<Cell<?>> reference, int inputSize) {
        return cell(reference, Size.of(inputSize)).intValue();
    }

    /** Context size of an attention. */
    Size attention(ComponentRef<Attention<?, ?>> reference, Size querySize, Size memorySize);

    /** Output size of a pooling. */
    Size pooling(ComponentRef<Pooling> reference, Size features);

    /**
     * Output types of a node.
     *
     * @throws dev.tendril.api.graph.InvalidGraph if its inputs do not fit; shown at the reference's own line
     */
    PortTypes node(ComponentRef<Node> reference, PortTypes inputs);

    /**
     * Demands that a node can go step by step, since it stands where a sequence is generated.
     *
     * @throws dev.tendril.api.graph.InvalidGraph if it cannot; shown at the reference's own line
     */
    void requireStepper(ComponentRef<Node> reference);

    /** Whether a node offers a {@link dev.tendril.api.layer.SequenceStepper}. */
    boolean resumable(ComponentRef<Node> reference);

    /** The loss itself, whose {@code check} needs no context. */
    Loss loss(ComponentRef<Loss> reference);
}
