package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.child.Implementation;
import dev.tendril.benchmarks.child.RecordedSteps;
import dev.tendril.benchmarks.workload.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes steps in a process of their own and records what they allocate.
 *
 * @param setup of the JVM
 * @param warmUp seconds before the steps that count
 * @param steps that count
 */
record StepRecorder(Setup setup, double warmUp, int steps) {

    /** The large arrays of an implementation's steps. */
    LargeArrays record(Class<? extends Implementation> implementation, Assignment assignment) throws IOException {
        Path recording = Files.createTempFile("allocations", ".jfr");
        try {
            List<String> command = setup.jvm(System.getProperty("java.class.path"), RecordedSteps.class.getName());
            command.addAll(1, RecordedSteps.OPTIONS);
            command.addAll(List.of(recording.toString(), Double.toString(warmUp), Integer.toString(steps)));
            command.add(implementation.getName());
            command.addAll(assignment.words());
            new Start(assignment.workload().label(), command, Map.of(), Optional.empty()).run();
            return LargeArrays.read(recording);
        } finally {
            Files.delete(recording);
        }
    }
}
