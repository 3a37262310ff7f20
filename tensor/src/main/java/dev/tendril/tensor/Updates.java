package dev.tendril.tensor;

import dev.tendril.api.cell.State;
import dev.tendril.api.cell.States;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Optimizer;
import dev.tendril.tensor.kernel.Span;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Steps of optimisers. An elementwise equation runs as one program that writes the parameters and the state in place; another is
 * computed beside them. Everything that can fail happens before the first number is written, so a step that fails changes nothing.
 */
final class Updates {
    private final TendrilEngine engine;
    private final Equations equations;

    Updates(TendrilEngine engine) {
        this.engine = engine;
        this.equations = new Equations(engine);
    }

    /**
     * When an update happens.
     *
     * @param learningRate of this update
     * @param step its number, from 1
     */
    record Moment(double learningRate, long step) {
        Moment {
            if (!Double.isFinite(learningRate)) {
                throw new IllegalArgumentException("update " + step + " has the learning rate " + learningRate);
            }
        }
    }

    /** How one parameter gets its new numbers. */
    private sealed interface Job<S extends State> {
        /** Whose. */
        EngineParameter parameter();

        /** What will be remembered. */
        S state();

        /**
         * An equation writes them.
         *
         * @param equation prepared for this update
         */
        record Traced<S extends State>(EngineParameter parameter, S state, Equation equation, Array gradient)
                implements Job<S> {
            Equation.Task task(Array numbers) {
                List<Span> remembered = new ArrayList<>();
                States.tensors(state)
                        .forEach(tensor ->
                                remembered.add(((Remembered) tensor).array().span()));
                return equation.task(numbers, gradient.span(), remembered);
            }
        }

        /** They are computed already. */
        record Computed<S extends State>(EngineParameter parameter, S state, Storage numbers) implements Job<S> {}
    }

    synchronized <S extends State> void run(
            Optimizer<S> optimizer, Map<Parameter, S> states, Map<Parameter, Tensor> gradients, Moment moment) {
        Map<Store, List<Job<S>>> jobs = new LinkedHashMap<>();
        gradients.forEach((parameter, gradient) -> {
            EngineParameter ours = checked(parameter, gradient);
            jobs.computeIfAbsent(ours.store(), store -> new ArrayList<>())
                    .add(job(optimizer, states.get(parameter), ours, gradient, moment));
        });
        spend(gradients.values(), jobs.keySet());
        jobs.forEach((store, ofStore) ->
                store.update(ofStore.stream().map(Job::parameter).toList(), changes -> write(changes, ofStore)));
        jobs.values().forEach(ofStore -> ofStore.forEach(job -> states.put(job.parameter(), job.state())));
    }

    private <S extends State> Job<S> job(
            Optimizer<S> optimizer, @Nullable S kept, EngineParameter parameter, Tensor gradient, Moment moment) {
        S state = kept == null ? initial(optimizer, parameter) : owned(kept);
        Optional<Equation> equation = equations.of(optimizer, parameter.shape(), state);
        if (equation.isPresent()) {
            equation.get().prepare(engine.kernels().elementwise(), moment);
            return new Job.Traced<>(parameter, state, equation.get(), numbers(gradient));
        }
        return computed(optimizer, state, parameter, gradient, moment);
    }

    private <S extends State> S initial(Optimizer<S> optimizer, EngineParameter parameter) {
        try (EagerPass pass = engine.open(PassOptions.inference(), false)) {
            Set<Storage> adopted = Collections.newSetFromMap(new IdentityHashMap<>());
            return States.mapTensors(
                    optimizer.initialState(pass.attach(parameter), pass), tensor -> adopted(tensor, pass, adopted));
        }
    }

    /** A tensor with the memory that it was made in, if the pass has left that to nobody else; with a copy if not. */
    private Tensor adopted(Tensor tensor, EagerPass pass, Set<Storage> adopted) {
        if (tensor instanceof PassTensor ours
                && ours.scope() == pass
                && !ours.showsParameters()
                && adopted.add(ours.readable().storage())) {
            return new Remembered(engine, ours.readable());
        }
        return owned(tensor);
    }

    /** A state in memory that nobody else uses, so that it can be written. */
    private <S extends State> S owned(S state) {
        boolean all = States.tensors(state).stream().allMatch(Remembered.class::isInstance);
        return all ? state : States.mapTensors(state, this::owned);
    }

    private Tensor owned(Tensor tensor) {
        return tensor instanceof Remembered
                ? tensor
                : new Remembered(engine, EngineTensor.of(tensor).read(engine::copied));
    }

    /** The numbers of a gradient, in memory that the update does not write. */
    private Array numbers(Tensor gradient) {
        return gradient instanceof PassTensor ours && !ours.showsParameters()
                ? ours.readable()
                : EngineTensor.of(gradient).read(engine::copied);
    }

    private <S extends State> Job<S> computed(
            Optimizer<S> optimizer, S state, EngineParameter parameter, Tensor gradient, Moment moment) {
        try (EagerPass pass = engine.open(PassOptions.inference(), true)) {
            Optimizer.Updated<S> updated = optimizer.update(
                    pass.attach(parameter),
                    pass.leaf(pass.numbers(EngineTensor.of(gradient))),
                    States.mapTensors(state, pass::attach),
                    expression -> pass.full(Shape.scalar(), expression.at(moment.learningRate, moment.step)));
            if (!updated.parameter().shape().equals(parameter.shape())) {
                throw new IllegalArgumentException("the optimiser gave " + parameter + " the shape "
                        + updated.parameter().shape());
            }
            Storage numbers =
                    EngineTensor.of(updated.parameter()).read(engine::copied).storage();
            return new Job.Computed<>(parameter, owned(updated.state()), numbers);
        }
    }

    /** The passes whose gradients are applied have no further use for the parameters. */
    private static void spend(Collection<Tensor> gradients, Collection<Store> stores) {
        for (Tensor gradient : gradients) {
            if (gradient instanceof PassTensor ours && ours.scope() instanceof EagerPass pass) {
                stores.forEach(pass::spend);
            }
        }
    }

    private <S extends State> void write(List<Store.Change> changes, List<Job<S>> jobs) {
        List<Equation.Task> tasks = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            Store.Change change = changes.get(i);
            if (jobs.get(i) instanceof Job.Computed<S> computed) {
                change.write(computed.numbers());
            } else if (jobs.get(i) instanceof Job.Traced<S> traced) {
                change.keep();
                tasks.add(traced.task(change.to()));
            }
        }
        run(tasks);
    }

    /** Runs all programs, cut into blocks over the threads. */
    private void run(List<Equation.Task> tasks) {
        int blocks = 0;
        long work = 0;
        int scratch = 0;
        for (Equation.Task task : tasks) {
            blocks = Math.addExact(blocks, task.blocks());
            work += task.work();
            scratch = Math.max(scratch, task.equation().scratch());
        }
        int needed = scratch;
        engine.workers().split(work, blocks, (from, to) -> {
            Storage own = engine.pool().take(needed);
            run(tasks, own, from, to);
            engine.pool().give(own);
        });
    }

    private void run(List<Equation.Task> tasks, Storage scratch, int from, int to) {
        int first = 0;
        for (Equation.Task task : tasks) {
            int last = first + task.blocks();
            if (first < to && last > from) {
                task.run(
                        engine.kernels().elementwise(),
                        scratch,
                        Math.max(from, first) - first,
                        Math.min(to, last) - first);
            }
            first = last;
        }
    }

    private EngineParameter checked(Parameter parameter, Tensor gradient) {
        if (!(parameter instanceof EngineParameter ours) || ours.engine() != engine) {
            throw new IllegalArgumentException("parameter " + parameter.path() + " belongs to another engine");
        }
        if (!gradient.shape().equals(parameter.shape())) {
            throw new IllegalArgumentException("the gradient of " + ours + " has shape " + gradient.shape());
        }
        return ours;
    }
}
