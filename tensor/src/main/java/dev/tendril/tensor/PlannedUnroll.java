package dev.tendril.tensor;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.plan.NotPlannable;
import dev.tendril.tensor.plan.Run;
import dev.tendril.tensor.plan.StepRows;
import dev.tendril.tensor.plan.UnrollPlan;
import dev.tendril.tensor.plan.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a cell's step for one kind of pass and states of certain shapes.
 *
 * @param trace one step
 * @param imported the same as equations
 * @param plan how it is run
 * @param <S> the state
 */
record PlannedUnroll<S extends CellState>(Trace<S> trace, StepImport.Imported imported, UnrollPlan plan) {

    /**
     * Plans a step.
     *
     * @param trace of it, with rows of {@link Value#BATCH}
     * @param example the state it was traced with
     * @throws NotPlannable if it cannot be planned
     */
    static <S extends CellState> PlannedUnroll<S> of(Trace<S> trace, S example, boolean training, boolean recording) {
        StepImport.Imported imported = StepImport.of(trace, example, training);
        return new PlannedUnroll<>(trace, imported, UnrollPlan.of(imported.step(), recording));
    }

    /**
     * Runs over sequences.
     *
     * @param input [B, T, I]
     * @param reversed from each row's last step to its first
     */
    Unrolled<S> run(EagerPass pass, Sequence input, S initial, boolean reversed) {
        Lengths lengths = input.lengths().get(0);
        StepRows rows = StepRows.of(lengths.toArray());
        EngineTensor x = EngineTensor.of(input.values());
        Run run = plan.forwards().run(rows, pass, null);
        Places places = new Places(rows, x.shape().size(1), reversed);
        int features = x.shape().size(2);
        Array numbers = pass.numbers(x);
        run.perStep(0).ifPresent(to -> places.gather(numbers, to, features));
        NoiseClock clock = new NoiseClock(States.noises(initial), States.noises(trace.next()));
        clock.draw(imported.draws(), run, rows);
        giveStates(pass, run, initial, rows);
        run.execute(new PassKnowns(pass, imported.known()), pass.cancellation()::throwIfCancelled);
        Array outputs = outputs(pass, run, places);
        List<Array> last = last(pass, run, initial);
        List<PassTensor> made;
        if (pass.recording()) {
            run.storages().forEach(pass::adopt);
            made = new UnrollTape(this, pass, run, places, x, initial).record(outputs, last);
        } else {
            run.close();
            made = new ArrayList<>(List.of(pass.leaf(outputs)));
            last.forEach(array -> made.add(pass.leaf(array)));
        }
        S state = state(initial, made.subList(1, made.size()), clock.noises());
        return new Unrolled<>(Sequence.of(made.get(0), lengths), state, Optional.empty());
    }

    private void giveStates(EagerPass pass, Run run, S initial, StepRows rows) {
        int carried = 0;
        int perRow = 0;
        List<Tensor> tensors = States.tensors(initial);
        for (int i = 0; i < tensors.size(); i++) {
            Array numbers = pass.numbers(EngineTensor.of(tensors.get(i)));
            if (isCarried(i)) {
                ByRow.sort(rows, numbers, run.carried(carried++), 0);
            } else {
                run.perRow(perRow++).ifPresent(to -> ByRow.sort(rows, numbers, to, 0));
            }
        }
    }

    boolean isCarried(int tensor) {
        return trace.kinds().get(tensor) == Trace.Kind.CARRIED;
    }

    private Array outputs(EagerPass pass, Run run, Places places) {
        Shape output = trace.output().shape();
        Shape shape = output.with(0, run.rows().rows()).insert(1, places.steps());
        Array outputs = pass.allocate(shape);
        places.scatter(run, 0, outputs, Math.toIntExact(output.elements() / Value.BATCH));
        return outputs;
    }

    /** What each row's last step has left, by carried tensor. */
    private List<Array> last(EagerPass pass, Run run, S initial) {
        List<Array> last = new ArrayList<>();
        List<Tensor> tensors = States.tensors(initial);
        for (int i = 0; i < tensors.size(); i++) {
            if (isCarried(i)) {
                Array array = pass.allocate(tensors.get(i).shape());
                int number = last.size();
                ByRow.restore(run.rows(), run.carried(number), row -> run.lastAt(number, row), array);
                last.add(array);
            }
        }
        return last;
    }

    private S state(S initial, List<PassTensor> carried, List<Noise> noises) {
        Iterator<Tensor> before = States.tensors(initial).iterator();
        Iterator<PassTensor> after = carried.iterator();
        Iterator<Trace.Kind> kinds = trace.kinds().iterator();
        Iterator<Noise> noise = noises.iterator();
        return States.map(trace.next(), new States.Mapper() {
            @Override
            public Tensor tensor(Tensor traced) {
                Tensor same = before.next();
                return kinds.next() == Trace.Kind.CARRIED ? after.next() : same;
            }

            @Override
            public Noise noise(Noise traced) {
                return noise.next();
            }
        });
    }
}
