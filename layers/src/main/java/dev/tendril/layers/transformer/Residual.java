package dev.tendril.layers.transformer;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.layers.cell.Dropout;
import dev.tendril.layers.transformer.TransformerParameters.Norm;

/**
 * A sub-layer f with its residual connection, dropout and normalisation, in one of two orders.
 * <pre>
 *   post (Vaswani et al. 2017):   y = norm(x + dropout(f(x)))
 *   pre (Xiong et al. 2020):      y = x + dropout(f(norm(x)))
 * </pre>
 *
 * @param inner f
 * @param norm the order
 * @param normalization norm
 * @param dropout of what f gives
 * @param <S> the state of f
 */
record Residual<S extends CellState>(Sublayer<S> inner, Norm norm, Normalization normalization, Dropout dropout)
        implements Sublayer<Residual.State<S>> {

    /**
     * What is carried from step to step.
     *
     * @param inner of the sub-layer
     * @param noise of the next step
     * @param <S> the state of the sub-layer
     */
    public record State<S extends CellState>(S inner, Noise noise) implements CellState {}

    @Override
    public State<S> start(Values inputs, int rows, Pass pass) {
        return new State<>(inner.start(inputs, rows, pass), dropout.start(rows, pass));
    }

    @Override
    public Tensor all(Sequence x, State<S> start) {
        Tensor given = inner.all(x.with(before(x.values())), start.inner());
        return after(x.values(), dropout.apply(x.with(given), given.pass()).values());
    }

    @Override
    public Stepped<State<S>> step(Tensor x, State<S> previous) {
        Stepped<S> stepped = inner.step(before(x), previous.inner());
        Tensor output = after(x, dropout.step(stepped.output(), previous.noise()));
        State<S> next = new State<>(stepped.state(), previous.noise().next());
        return new Stepped<>(output, next, stepped.alignment());
    }

    private Tensor before(Tensor x) {
        return norm == Norm.PRE ? normalization.apply(x) : x;
    }

    private Tensor after(Tensor x, Tensor given) {
        Tensor sum = x.plus(given);
        return norm == Norm.POST ? normalization.apply(sum) : sum;
    }
}
