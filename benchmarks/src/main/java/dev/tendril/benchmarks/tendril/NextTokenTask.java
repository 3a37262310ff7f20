package dev.tendril.benchmarks.tendril;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.layer.Stepper;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.benchmarks.child.Task;
import java.util.List;

/** A sequence token after token at batch 1: a step goes through all of it, and reads the scores after each. */
final class NextTokenTask implements Task {
    private final BenchmarkModel model;
    private final int[] tokens;
    private final List<Stepper<?>> steppers;

    NextTokenTask(BenchmarkModel model, int... tokens) {
        this.model = model;
        this.tokens = tokens.clone();
        this.steppers = ScoresTask.NODES.stream()
                .<Stepper<?>>map(node -> model.graph().node(node).stepper().orElseThrow())
                .toList();
    }

    @Override
    public void step() {
        try (Pass pass = model.engine().open(PassOptions.inference())) {
            List<Walk<?>> walks = steppers.stream()
                    .<Walk<?>>map(stepper -> Walk.start(stepper, pass))
                    .toList();
            for (int token : tokens) {
                Value value = IdSequence.single(token);
                for (Walk<?> walk : walks) {
                    value = walk.next(value);
                }
                scores(value);
            }
        }
    }

    private static float[] scores(Value value) {
        return ((Sequence) value).values().toFloats();
    }

    @Override
    public long parameters() {
        return model.parameters().elements();
    }

    @Override
    public void close() {
        model.tendril().close();
    }

    /** A node on its way through a sequence. */
    private static final class Walk<S extends CellState> {
        private final Stepper<S> stepper;
        private final Pass pass;
        private S state;

        private Walk(Stepper<S> stepper, Pass pass) {
            this.stepper = stepper;
            this.pass = pass;
            this.state = stepper.initialState(Values.none(), 1, pass);
        }

        static <S extends CellState> Walk<S> start(Stepper<S> stepper, Pass pass) {
            return new Walk<>(stepper, pass);
        }

        Value next(Value input) {
            Stepper.Stepped<S> stepped = stepper.step(input, state, pass);
            state = stepped.state();
            return stepped.output();
        }
    }
}
