package dev.tendril.training;

import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.Averaging;
import dev.tendril.api.training.Optimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What moves the parameters of a model and takes their means, and what it remembers of them. */
final class Movers {
    private final Engine engine;
    private final List<Mover<?>> movers = new ArrayList<>();
    private final List<Parameter> trained;
    private final Optional<Means<?>> means;

    /**
     * For a model.
     *
     * @throws TendrilException if a group has no parameter, or none is left to train
     */
    Movers(UpdateRule rule, ParameterStore model, Engine engine) {
        this.engine = engine;
        List<Parameter> others = new ArrayList<>(model.parameters());
        List<Parameter> frozen = new ArrayList<>();
        for (ParameterGroup group : rule.groups()) {
            List<Parameter> own = members(group, others);
            others.removeAll(own);
            group.optimizer()
                    .ifPresentOrElse(optimizer -> movers.add(Mover.of(optimizer, own)), () -> frozen.addAll(own));
        }
        movers.add(Mover.of(rule.optimizer(), others));
        this.trained = new ArrayList<>(model.parameters());
        trained.removeAll(frozen);
        if (trained.isEmpty()) {
            throw new TendrilException("no parameter is trained: the groups leave none that an optimiser moves");
        }
        this.means = rule.averaging().map(averaging -> Means.of(averaging, trained, engine));
    }

    private static List<Parameter> members(ParameterGroup group, List<Parameter> free) {
        List<Parameter> own =
                free.stream().filter(parameter -> group.has(parameter.path())).toList();
        if (own.isEmpty()) {
            throw new TendrilException("the group of " + group.parameters() + " has no parameter of its own; there are "
                    + free.stream().map(Parameter::path).toList());
        }
        return own;
    }

    /** The optimisers, those of the groups first. */
    List<Optimizer<?>> optimizers() {
        List<Optimizer<?>> optimizers = new ArrayList<>();
        movers.forEach(mover -> optimizers.add(mover.optimizer()));
        return optimizers;
    }

    /** The parameters that are moved, in the order they were made. */
    List<Parameter> trained() {
        return trained;
    }

    /**
     * Moves the parameters, and looks at them.
     *
     * @param factor of the schedule
     * @param step number of the update, from 1
     */
    void update(Map<Parameter, Tensor> gradients, double factor, long step) {
        movers.forEach(mover -> mover.update(gradients, factor, step, engine));
        look(Averaging.Moment.UPDATE, step);
    }

    /** Looks at the parameters, if this is the moment and means are taken. */
    void look(Averaging.Moment moment, long number) {
        means.ifPresent(each -> each.look(moment, number));
    }

    /** The means, if any are taken. */
    Optional<Means<?>> means() {
        return means;
    }

    /** What is remembered by optimisers. */
    Map<String, Tensor> optimizerStates() {
        Map<String, Tensor> states = new LinkedHashMap<>();
        movers.forEach(mover -> mover.remembered().store(states));
        return states;
    }

    /** The means, and what is remembered for them. */
    Map<String, Tensor> averages() {
        Map<String, Tensor> averages = new LinkedHashMap<>();
        means.ifPresent(each -> each.store(averages));
        return averages;
    }

    /**
     * Takes what is remembered out of a checkpoint.
     *
     * @return what puts it in place
     * @throws TendrilException if it was made by other optimisers or another averaging; nothing has changed then
     */
    Runnable restoring(Map<String, Tensor> optimizerStates, Map<String, Tensor> averages) {
        Map<String, Tensor> states = new LinkedHashMap<>(optimizerStates);
        Map<String, Tensor> values = new LinkedHashMap<>(averages);
        List<Runnable> restoring = new ArrayList<>();
        try (Pass pass = engine.open(PassOptions.inference())) {
            movers.forEach(mover -> restoring.add(mover.remembered().restoring(mover.parameters(), states, pass)));
            means.ifPresent(each -> restoring.add(each.restoring(values, pass)));
        }
        checkUsed("optimiser has", states);
        checkUsed("averaging has", values);
        return () -> restoring.forEach(Runnable::run);
    }

    private static void checkUsed(String whoHas, Map<String, Tensor> remaining) {
        if (!remaining.isEmpty()) {
            throw Misfit.of("it remembers " + remaining.keySet() + ", for which the " + whoHas + " no use");
        }
    }

    /** How many numbers are remembered. */
    long remembered() {
        try (Pass pass = engine.open(PassOptions.inference())) {
            return movers.stream()
                            .mapToLong(mover -> mover.remembered().elements(mover.parameters(), pass))
                            .sum()
                    + means.map(each -> each.elements(pass)).orElse(0L);
        }
    }
}
