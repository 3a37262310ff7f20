package dev.tendril.layers.node;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.cell.Dropout;
import dev.tendril.layers.cell.StackedCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recurrent layers over a sequence, each in one direction or in both (Schuster and Paliwal 1997).
 *
 * <p>Outputs: {@code output} [B, T, D], of the top layer, both directions side by side (D = 2H); {@code final} [B, D], the output of the
 * top layer at each direction's last step: the row's last real step forwards, its first backwards. Padding is never read and holds zeros
 * in the output. Parameters stand under {@code layer0.forward}, {@code layer0.backward}, {@code layer1.forward}, ….
 */
public final class RecurrentNode implements Node {
    /** Name of the output that holds the last outputs. */
    public static final String FINAL = "final";

    private final List<Layer> layers;
    private final RecurrentParameters parameters;
    private final String path;
    private final Optional<Stepper<?>> stepper; // one, so that its cell is planned once

    RecurrentNode(RecurrentParameters parameters, NodeContext context) {
        this.parameters = parameters;
        this.path = context.path();
        this.layers = new ArrayList<>();
        int features = context.inputs().get(Port.INPUT).features().intValue();
        for (int number = 0; number < parameters.layers(); number++) {
            ComponentContext place = context.scope("layer" + number);
            int outputs = context.cellOutputSize(parameters.cell(), features);
            Cell<?> forward = place.cell(parameters.cell(), "forward", features);
            Optional<Cell<?>> backward = parameters.bidirectional()
                    ? Optional.of(place.cell(parameters.cell(), "backward", features))
                    : Optional.empty();
            layers.add(new Layer(forward, backward, parameters.residual() && number > 0));
            features = parameters.bidirectional() ? 2 * outputs : outputs;
        }
        this.stepper = makeStepper();
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence sequence = inputs.sequence(Port.INPUT).in(pass);
        Tensor last = sequence.values();
        for (int number = 0; number < layers.size(); number++) {
            Layer.Run run = layers.get(number).run(sequence, dropout(number), pass);
            sequence = run.outputs();
            last = run.last();
        }
        return Values.of(Port.OUTPUT, sequence).and(FINAL, Sequence.vector(last));
    }

    @Override
    public Optional<Stepper<?>> stepper() {
        return stepper;
    }

    private Optional<Stepper<?>> makeStepper() {
        if (parameters.bidirectional()) {
            return Optional.empty();
        }
        List<Cell<?>> cells = new ArrayList<>();
        for (int number = 0; number < layers.size(); number++) {
            cells.add(layers.get(number).asCell(dropout(number)));
        }
        return Optional.of(new CellStepper<>(new StackedCell(cells)));
    }

    /** What thins the input of a layer. */
    private Dropout dropout(int layer) {
        return new Dropout(layer == 0 ? 0 : parameters.dropout(), path + ".layer" + layer);
    }
}
