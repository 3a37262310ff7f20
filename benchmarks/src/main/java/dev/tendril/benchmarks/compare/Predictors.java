package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.child.FirstPrediction;
import dev.tendril.benchmarks.child.FirstPrediction.Action;
import dev.tendril.benchmarks.tendril.TendrilPredictor;
import dev.tendril.benchmarks.workload.Assignment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Processes that predict one token from a model file.
 *
 * @param setup of the JVMs
 * @param assignment what the model is
 * @param folder of the model files
 */
record Predictors(Setup setup, Assignment assignment, Path folder) {

    /** Tendril, and the peers if they are wanted; the one action for each. */
    List<Start> starts(Action action, boolean peers) {
        List<Start> starts = new ArrayList<>();
        String classPath = System.getProperty("java.class.path");
        starts.add(start(action, "tendril", classPath, TendrilPredictor.class.getName(), Map.of()));
        if (peers) {
            for (Peer peer : Peer.values()) {
                peer.predictor()
                        .ifPresent(predictor -> starts.add(start(
                                action,
                                peer.label(),
                                setup.classPath(peer),
                                predictor,
                                peer.environment(assignment.threads(), setup.avx2()))));
            }
        }
        return starts;
    }

    private Start start(
            Action action, String label, String classPath, String predictor, Map<String, String> environment) {
        List<String> command = setup.jvm(classPath, FirstPrediction.class.getName());
        command.addAll(List.of(
                action.name(),
                predictor,
                folder.resolve(label.replaceAll("\\W", "") + ".model").toString()));
        command.addAll(assignment.words());
        return new Start(label + ", first token", command, environment, Optional.empty());
    }
}
