package dev.tendril.benchmarks.tendril;

import dev.tendril.benchmarks.child.Child;
import dev.tendril.benchmarks.workload.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The program that trains one workload with several numbers of threads. They take their steps in turn, so that what disturbs the machine
 * disturbs all of them. For each it prints {@value Child#MARK} and the line of a {@link dev.tendril.benchmarks.child.ThreadReport}.
 */
public final class ThreadRuns {
    private ThreadRuns() {}

    /** Runs. Arguments: how many steps, numbers of threads with commas between them, then the words of an {@link Assignment}. */
    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        int steps = Integer.parseInt(words.get(0));
        Assignment assignment = Assignment.parse(words.subList(2, words.size()));
        List<Training> trainings = new ArrayList<>();
        for (String threads : words.get(1).split(",")) {
            trainings.add(Training.of(assignment.withThreads(Integer.parseInt(threads))));
        }
        for (int step = 0; step < steps; step++) {
            trainings.forEach(Training::step);
        }
        trainings.forEach(
                training -> System.out.println(Child.MARK + training.report().line()));
        trainings.forEach(Training::close);
    }
}
