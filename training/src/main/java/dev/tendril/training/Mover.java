package dev.tendril.training;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An optimiser, the parameters that it moves, and what it remembers of them.
 *
 * @param optimizer the rule
 * @param parameters that it moves
 * @param remembered of them
 * @param <S> what the optimiser remembers
 */
record Mover<S extends State>(Optimizer<S> optimizer, List<Parameter> parameters, Remembered<S> remembered) {
    static <S extends State> Mover<S> of(Optimizer<S> optimizer, List<Parameter> parameters) {
        return new Mover<>(optimizer, parameters, new Remembered<>("optimiser state", optimizer::initialState));
    }

    /**
     * Moves its parameters.
     *
     * @param gradients by parameter, those of others among them
     * @param factor of the schedule
     * @param step number of the update, from 1
     */
    void update(Map<Parameter, Tensor> gradients, double factor, long step, Engine engine) {
        Map<Parameter, Tensor> own = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            Tensor gradient = gradients.get(parameter);
            if (gradient != null) {
                own.put(parameter, gradient);
            }
        }
        engine.update(optimizer, remembered.states(), own, optimizer.learningRate() * factor, step);
    }
}
