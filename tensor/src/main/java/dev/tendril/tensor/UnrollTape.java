package dev.tendril.tensor;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.plan.Origin;
import dev.tendril.tensor.plan.Run;
import dev.tendril.tensor.plan.StepRows;
import dev.tendril.tensor.plan.UnrollPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An unroll on a tape: what it made, and how gradients pass through it. */
final class UnrollTape {
    private final PlannedUnroll<?> planned;
    private final EagerPass pass;
    private final Run forwards;
    private final Places places;
    private final EngineTensor input;
    private final List<EngineTensor> carried = new ArrayList<>();
    private final Map<Origin, EngineTensor> leaves = new LinkedHashMap<>();
    private final List<PassTensor> outputs = new ArrayList<>();

    UnrollTape(
            PlannedUnroll<?> planned,
            EagerPass pass,
            Run forwards,
            Places places,
            EngineTensor input,
            CellState initial) {
        this.planned = planned;
        this.pass = pass;
        this.forwards = forwards;
        this.places = places;
        this.input = input;
        leaves.put(new Origin.PerStep(0), input);
        List<Tensor> tensors = States.tensors(initial);
        int perRow = 0;
        for (int i = 0; i < tensors.size(); i++) {
            EngineTensor tensor = EngineTensor.of(tensors.get(i));
            if (planned.isCarried(i)) {
                carried.add(tensor);
            } else {
                leaves.put(new Origin.PerRow(perRow++), tensor);
            }
        }
        List<EngineTensor> known = planned.imported().known();
        for (int i = 0; i < known.size(); i++) {
            leaves.put(new Origin.Known(i), known.get(i));
        }
    }

    /**
     * One of the tensors an unroll made.
     *
     * @param tape the unroll
     * @param index 0 for the outputs, then the carried tensors of the last state
     * @param output the tensor
     * @param tensors everything the unroll was given
     */
    record Output(UnrollTape tape, int index, PassTensor output, EngineTensor[] tensors) implements TapeEntry {
        boolean isFirst() {
            return index == 0;
        }

        @Override
        public boolean differentiable() {
            return true;
        }
    }

    /** Puts the results on the tape of the pass. */
    List<PassTensor> record(Array all, List<Array> last) {
        List<EngineTensor> given = new ArrayList<>(leaves.values());
        given.addAll(carried);
        EngineTensor[] tensors = given.toArray(EngineTensor[]::new);
        List<Array> arrays = new ArrayList<>(List.of(all));
        arrays.addAll(last);
        for (Array array : arrays) {
            PassTensor tensor = PassTensor.of(pass, array, pass.tape().size());
            pass.tape().add(new Output(this, outputs.size(), tensor, tensors));
            outputs.add(tensor);
        }
        return List.copyOf(outputs);
    }

    /** Passes the gradients of all outputs on to what the unroll was given. */
    void passOn(Backward backward) {
        List<@Nullable Array> arrived = new ArrayList<>();
        outputs.forEach(output -> arrived.add(backward.gradient(output)));
        if (arrived.stream().anyMatch(gradient -> gradient != null)) {
            run(backward, arrived);
        }
        outputs.forEach(backward::release);
    }

    private void run(Backward backward, List<@Nullable Array> arrived) {
        Map<Origin, EngineTensor> wanted = new HashMap<>(leaves);
        wanted.values().removeIf(tensor -> !backward.needs(tensor));
        UnrollPlan.Gradient gradient = planned.plan().gradient(wanted.keySet());
        StepRows rows = forwards.rows();
        Run run = gradient.recurrence().run(rows, pass, forwards);
        run.perStep(0).ifPresent(to -> giveOutputGradient(arrived.get(0), to));
        for (int i = 0; i < carried.size(); i++) {
            giveStateGradient(
                    arrived.get(i + 1), run.carried(i), rows, carried.get(i).shape());
        }
        run.execute(new PassKnowns(pass, planned.imported().known()), pass.cancellation()::throwIfCancelled);
        for (int i = 0; i < gradient.perStep().size(); i++) {
            if (gradient.perStep().get(i).equals(new Origin.PerStep(0))) {
                Array whole = pass.allocate(input.shape());
                places.scatter(run, i, whole, input.shape().size(2));
                backward.give(input, whole);
            }
        }
        for (int i = 0; i < carried.size(); i++) {
            int number = i;
            Array first = pass.allocate(carried.get(i).shape());
            ByRow.restore(rows, run.carried(i), row -> run.lastAt(number, row), first);
            backward.give(carried.get(i), first);
        }
        Set<Storage> shared = shared(run, gradient.sums().size());
        for (int i = 0; i < gradient.sums().size(); i++) {
            Origin leaf = gradient.sums().get(i);
            EngineTensor tensor = Objects.requireNonNull(wanted.get(leaf));
            if (leaf instanceof Origin.PerRow) {
                Array sum = run.sum(i);
                Array restored = pass.allocate(tensor.shape());
                int width = rows.rows() == 0 ? 0 : restored.elements() / rows.rows();
                ByRow.restore(rows, sum.storage(), row -> sum.at() + row * width, restored);
                backward.give(tensor, restored);
            } else if (shared.contains(run.sum(i).storage())) {
                backward.share(tensor, run.sum(i));
            } else {
                backward.give(tensor, run.sum(i));
            }
        }
        run.close();
    }

    /** Memory that holds more than one sum: no receiver may let go of it. */
    private static Set<Storage> shared(Run run, int sums) {
        Set<Storage> once = new HashSet<>();
        Set<Storage> shared = new HashSet<>();
        for (int i = 0; i < sums; i++) {
            Storage storage = run.sum(i).storage();
            if (!once.add(storage)) {
                shared.add(storage);
            }
        }
        return shared;
    }

    private void giveOutputGradient(@Nullable Array gradient, Storage to) {
        Shape shape = outputs.get(0).shape();
        int width = Math.toIntExact(shape.elements() / Math.max(1, shape.size(0) * shape.size(1)));
        if (gradient == null) {
            to.fill(0, forwards.rows().total() * width, 0);
        } else {
            places.gather(gradient, to, width);
        }
    }

    /** Both halves of what is carried backwards start from the gradient of what was left last. */
    private static void giveStateGradient(@Nullable Array gradient, Storage to, StepRows rows, Shape shape) {
        int half = Math.toIntExact(shape.elements());
        if (gradient == null) {
            to.fill(0, 2 * half, 0);
        } else {
            ByRow.sort(rows, gradient, to, 0);
            to.copyTo(0, to, half, half);
        }
    }
}
