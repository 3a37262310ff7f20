package dev.tendril.benchmarks.child;

import dev.tendril.benchmarks.workload.Assignment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The program whose start is timed. Having predicted, it prints {@value Child#MARK} and the most bytes of physical memory it has held, 0
 * where the system does not tell.
 */
public final class FirstPrediction {
    private FirstPrediction() {}

    /** What is done. */
    public enum Action {
        /** Writes the model. */
        SAVE,
        /** Reads it and predicts. */
        PREDICT
    }

    /** Runs. Arguments: an {@link Action}, the class of a {@link FilePredictor}, a file, then the words of an {@link Assignment}. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        FilePredictor predictor = Class.forName(words.get(1))
                .asSubclass(FilePredictor.class)
                .getConstructor()
                .newInstance();
        Path file = Path.of(words.get(2));
        Assignment assignment = Assignment.parse(words.subList(3, words.size()));
        switch (Action.valueOf(words.get(0))) {
            case SAVE -> predictor.save(assignment, file);
            case PREDICT -> predictor.predict(assignment, file);
        }
        System.out.println(Child.MARK + ProcessMemory.peakBytes().orElse(0));
        // Libraries leave threads behind that would keep the process alive.
        System.exit(0);
    }
}
