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

    /** What is started. */
    enum Stage {
        /** Writes the model. */
        SAVE,
        /** Predicts, and writes an archive of the classes that this took, as the launcher {@code tendril} has one. */
        REHEARSE,
        /** Predicts with the classes of that archive. */
        PREDICT
    }

    /** Tendril, and the peers if they are wanted, each at the same stage. */
    List<Start> starts(Stage stage, boolean peers) {
        List<Start> starts = new ArrayList<>();
        String classPath = System.getProperty("java.class.path");
        starts.add(start(stage, "tendril", classPath, TendrilPredictor.class.getName(), Map.of()));
        if (peers) {
            for (Peer peer : Peer.values()) {
                peer.predictor()
                        .ifPresent(predictor -> starts.add(start(
                                stage,
                                peer.label(),
                                setup.classPath(peer),
                                predictor,
                                peer.environment(assignment.threads(), setup.avx2()))));
            }
        }
        return starts;
    }

    private Start start(
            Stage stage, String label, String classPath, String predictor, Map<String, String> environment) {
        Path model = folder.resolve(label.replaceAll("\\W", "") + ".model");
        List<String> command = setup.jvm(classPath, FirstPrediction.class.getName());
        command.addAll(1, archive(stage, model));
        Action action = stage == Stage.SAVE ? Action.SAVE : Action.PREDICT;
        command.addAll(List.of(action.name(), predictor, model.toString()));
        command.addAll(assignment.words());
        return new Start(label + ", first token", command, environment, Optional.empty());
    }

    private static List<String> archive(Stage stage, Path model) {
        return switch (stage) {
            case SAVE -> List.of();
            case REHEARSE -> List.of("-Xlog:cds*=off", "-XX:ArchiveClassesAtExit=" + model + ".jsa");
            case PREDICT -> List.of("-Xlog:cds*=off", "-XX:SharedArchiveFile=" + model + ".jsa");
        };
    }
}
