package dev.tendril.testkit.planted;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Cells of two units, right but for what their name says. */
final class Cells {
    private static final int UNITS = 2;

    private Cells() {}

    /**
     * Registers a cell.
     *
     * @param name of the defect
     * @param size that it claims
     * @param making of the cell
     */
    record Of(String name, int size, Function<CellContext, Cell<?>> making)
            implements Defective, CellProvider<NoParameters> {
        @Override
        public int outputSize(NoParameters parameters, int inputSize, Sizes nested) {
            return size;
        }

        @Override
        public Cell<?> create(NoParameters parameters, CellContext context) {
            return making.apply(context);
        }
    }

    static List<CellProvider<?>> all() {
        AtomicInteger made = new AtomicInteger();
        return List.of(
                plain("right", Cells::right),
                plain("wrong_gradient", (x, h) -> squared(2.0001, x, h)),
                plain("mixes_rows", (x, h) -> right(x.minus(x.mean(0)), h)),
                plain("knows_its_row", (x, h) -> right(x, h).plus(x.pass().tensor(x.shape(), (int at) -> at))),
                plain("chooses", (x, h) -> right(x, h).plus(x.pick(h.argmax(-1)).unsqueeze(-1))),
                new Of("claims_another_size", UNITS + 1, context -> new PlainCell(UNITS, Cells::right)),
                new Of("forgets_a_parameter", UNITS, Cells::forgetful),
                new Of("reads_a_parameter_once", UNITS, Cells::hasty),
                new Of("counts_itself", UNITS, context -> {
                    double scale = 1 + 0.1 * made.incrementAndGet();
                    return new PlainCell(UNITS, (x, h) -> right(x, h).times(scale));
                }),
                new Of("counts_its_steps", UNITS, context -> new Counting()),
                new Of("grows", UNITS, context -> new Growing()),
                new Of("has_one_state_for_all", UNITS, context -> new Common()));
    }

    private static Of plain(String name, BinaryOperator<Tensor> function) {
        return new Of(name, UNITS, context -> new PlainCell(UNITS, function));
    }

    private static Tensor right(Tensor x, Tensor h) {
        return x.plus(h.times(0.5)).tanh();
    }

    private static Tensor squared(double factor, Tensor x, Tensor h) {
        return x.pass().engine().apply(new Square(factor), x.plus(h).times(0.3));
    }

    private static Cell<?> forgetful(CellContext context) {
        Parameter unused = context.parameter("unused", Shape.of(UNITS), (shape, draw) -> new double[UNITS]);
        return new PlainCell(unused.shape().size(0), Cells::right);
    }

    private static Cell<?> hasty(CellContext context) {
        Parameter scale = context.parameter("scale", Shape.of(1), (shape, draw) ->
                new double[] {draw.random().uniform(draw.key(), 0)});
        double once = scale.toDoubles()[0];
        return new PlainCell(UNITS, (x, h) -> right(x, h).times(scale).plus(once));
    }

    /** Its output is scaled by a number that changes from step to step and is no part of the state. */
    private static final class Counting implements Cell<PlainCell.State> {
        private final AtomicInteger steps = new AtomicInteger();

        @Override
        public PlainCell.State initialState(int batch, Pass pass) {
            return new PlainCell.State(pass.zeros(Shape.of(batch, UNITS)));
        }

        @Override
        public PlainCell.State step(Tensor x, PlainCell.State previous) {
            return new PlainCell.State(right(x, previous.h()).times(1 + 0.01 * steps.incrementAndGet()));
        }

        @Override
        public Tensor output(PlainCell.State state) {
            return state.h();
        }
    }

    /** Its state has one more column after every step. */
    private static final class Growing implements Cell<Growing.Grown> {
        /**
         * What is carried.
         *
         * @param h the hidden state
         * @param all one column more each step
         */
        record Grown(Tensor h, Tensor all) implements CellState {}

        @Override
        public Grown initialState(int batch, Pass pass) {
            return new Grown(pass.zeros(Shape.of(batch, UNITS)), pass.zeros(Shape.of(batch, 1)));
        }

        @Override
        public Grown step(Tensor x, Grown previous) {
            Tensor h = right(x, previous.h());
            return new Grown(h, previous.all().concat(-1, h.slice(1, 0, 1)));
        }

        @Override
        public Tensor output(Grown state) {
            return state.h();
        }
    }

    /** A tensor of its state has one row for the whole batch. */
    private static final class Common implements Cell<Common.Shared> {
        /**
         * What is carried.
         *
         * @param h the hidden state
         * @param common one row
         */
        record Shared(Tensor h, Tensor common) implements CellState {}

        @Override
        public Shared initialState(int batch, Pass pass) {
            return new Shared(pass.zeros(Shape.of(batch, UNITS)), pass.zeros(Shape.of(1, UNITS)));
        }

        @Override
        public Shared step(Tensor x, Shared previous) {
            return new Shared(
                    right(x, previous.h()).plus(previous.common()),
                    previous.common().plus(1));
        }

        @Override
        public Tensor output(Shared state) {
            return state.h();
        }
    }
}
