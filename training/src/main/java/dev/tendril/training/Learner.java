package dev.tendril.training;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.training.TrainableModel;
import dev.tendril.training.checkpoint.Progress;
import dev.tendril.training.checkpoint.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What changes while a model learns: its parameters, what is remembered of each, and the best parameters so far. */
final class Learner {
    private final TrainableModel model;
    private final Movers movers;
    private Map<String, Tensor> best = Map.of();

    /**
     * A learner that has learnt nothing.
     *
     * @throws dev.tendril.api.TendrilException if the groups of the rule do not fit the model
     */
    Learner(TrainableModel model, UpdateRule rule) {
        this.model = model;
        this.movers = new Movers(rule, model.parameters(), model.engine());
    }

    TrainableModel model() {
        return model;
    }

    Engine engine() {
        return model.engine();
    }

    /** What moves parameters and takes their means. */
    Movers movers() {
        return movers;
    }

    /**
     * Does something while the means stand in the place of the parameters, if any are taken.
     *
     * @throws RuntimeException what the work throws; the parameters stand in their place again
     */
    <T> T withMeans(Supplier<T> work) {
        if (movers.means().isEmpty()) {
            return work.get();
        }
        Map<String, Tensor> present = copies();
        movers.means().get().use(model.parameters());
        try {
            return work.get();
        } finally {
            present.forEach(model.parameters()::assign);
        }
    }

    private Map<String, Tensor> copies() {
        Map<String, Tensor> copies = new LinkedHashMap<>();
        parameters().forEach(parameter -> copies.put(parameter.path(), parameter.copy()));
        return copies;
    }

    /** Takes what stands in the place of the parameters for the best. */
    void keepBest() {
        best = copies();
    }

    /** Puts the best parameters in place, if any were kept. */
    void useBest() {
        best.forEach(model.parameters()::assign);
    }

    private List<Parameter> parameters() {
        return model.parameters().parameters();
    }

    /**
     * Everything to go on from; its parameters and means are the present ones, so it is to be written before they change.
     *
     * @param carried into the next window, by head
     */
    Snapshot snapshot(Progress progress, Map<String, List<Tensor>> carried) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        parameters().forEach(parameter -> values.put(parameter.path(), parameter));
        return new Snapshot(
                progress, values, movers.optimizerStates(), movers.averages(), best, Carried.named(carried));
    }

    /**
     * Takes everything over from a snapshot.
     *
     * @throws dev.tendril.api.TendrilException if it was made by another model, optimiser or averaging; nothing has changed then
     */
    void restore(Snapshot snapshot) {
        checkValues(snapshot.parameters());
        if (!snapshot.best().isEmpty()) {
            checkValues(snapshot.best());
        }
        Runnable restoring = movers.restoring(snapshot.optimizer(), snapshot.averages());
        snapshot.parameters().forEach(model.parameters()::assign);
        restoring.run();
        best = snapshot.best();
    }

    private void checkValues(Map<String, Tensor> values) {
        for (Parameter parameter : parameters()) {
            Misfit.unless("parameter " + parameter.path(), parameter, values.get(parameter.path()));
        }
        if (values.size() != parameters().size()) {
            List<String> unknown = new ArrayList<>(values.keySet());
            unknown.removeAll(parameters().stream().map(Parameter::path).toList());
            throw Misfit.of("it has the parameters " + unknown + ", which the model has not");
        }
    }
}
