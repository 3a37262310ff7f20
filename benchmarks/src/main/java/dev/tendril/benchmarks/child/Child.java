package dev.tendril.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import dev.tendril.benchmarks.workload.Assignment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * The program of a contestant's process. It makes its workload ready and then obeys commands on standard input, one a line, each answered
 * by one line that starts with {@value #MARK}, since libraries print too:
 *
 * <pre>
 *   start           → ready PARAMETERS SETTING    when the first step is taken; the setting is some words
 *   run SECONDS     → slice STEPS WALL CPU        steps for at least so long, one at least; nanoseconds of the clock and of all processors
 *   state           → state LOSS PEAK ALLOCATED   of the last step, − for none; bytes; bytes a step of the last slice
 * </pre>
 *
 * It ends with its input.
 */
public final class Child {
    /** What every answer starts with. */
    public static final String MARK = "@@ ";

    private final Task task;
    private final ProcessMemory memory = new ProcessMemory();
    private final OperatingSystemMXBean processors =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long allocatedPerStep;

    private Child(Task task) {
        this.task = task;
    }

    /** Serves. Arguments: the class of an {@link Implementation}, then the words of an {@link Assignment}. */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Implementation implementation = Class.forName(arguments[0])
                .asSubclass(Implementation.class)
                .getConstructor()
                .newInstance();
        List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
        try (Task task = implementation.prepare(Assignment.parse(words));
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            new Child(task).serve(commands, answers);
        }
        // Libraries leave threads behind that would keep the process alive.
        System.exit(0);
    }

    private void serve(BufferedReader commands, PrintStream answers) throws IOException {
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            answers.println(MARK + answer(line.split(" ")));
            answers.flush();
        }
    }

    private String answer(String... command) {
        return switch (command[0]) {
            case "start" -> start();
            case "run" -> run(Double.parseDouble(command[1]));
            case "state" -> state();
            default -> throw new IllegalArgumentException("unknown command '" + command[0] + "'");
        };
    }

    private String start() {
        task.step();
        return "ready " + task.parameters() + " " + task.setting();
    }

    private String run(double seconds) {
        long allocated = memory.allocatedBytes();
        long busy = processors.getProcessCpuTime();
        long started = System.nanoTime();
        long steps = 0;
        long elapsed;
        do {
            task.step();
            steps++;
            elapsed = System.nanoTime() - started;
        } while (elapsed < seconds * 1e9);
        allocatedPerStep = (memory.allocatedBytes() - allocated) / steps;
        return "slice " + steps + " " + elapsed + " " + (processors.getProcessCpuTime() - busy);
    }

    private String state() {
        String loss = task.loss().isPresent() ? Double.toString(task.loss().getAsDouble()) : "-";
        OptionalLong peak = ProcessMemory.peakBytes();
        return "state " + loss + " " + peak.orElse(0) + " " + allocatedPerStep;
    }
}
