package dev.tendril.benchmarks.child;

import dev.tendril.benchmarks.workload.Assignment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;

/**
 * The program whose allocations are recorded: it takes steps until it is warm, and some more under the JDK's flight recorder. Started
 * with {@link #OPTIONS}, its JVM reports every object of more than {@value #LIMIT} bytes, whichever thread makes it.
 */
public final class RecordedSteps {
    /** Bytes; a larger object is reported. */
    public static final int LIMIT = 1024;

    /** Of each stack, the innermost. */
    private static final int FRAMES = 12;

    /**
     * Options of its JVM. The part of the heap from which a thread makes objects unreported never has more than {@value #LIMIT} bytes
     * left, so a larger object needs a new part or goes beside it; both are events.
     */
    public static final List<String> OPTIONS = List.of(
            "-XX:MinTLABSize=" + LIMIT,
            "-XX:TLABSize=" + LIMIT,
            "-XX:-ResizeTLAB",
            "-XX:FlightRecorderOptions=stackdepth=" + FRAMES);

    /** An event for an object that started a new part of the heap. */
    public static final String IN_NEW_PART = "jdk.ObjectAllocationInNewTLAB";

    /** An event for an object beside those parts. */
    public static final String BESIDE_PARTS = "jdk.ObjectAllocationOutsideTLAB";

    /** An event for events that did not fit into the recorder's memory. */
    public static final String LOSS = "jdk.DataLoss";

    /** What the names of the recorder's own threads start with. */
    public static final String RECORDER = "JFR ";

    /** Of the warm-up: reflection makes classes once it has been used some fifteen times. */
    private static final int FEWEST_STEPS = 20;

    /** Under the recorder, but before what counts, so that its own beginnings do not. */
    private static final int STEPS_FOR_THE_RECORDER = 2;

    private RecordedSteps() {}

    /** The steps that count, as an event: objects made between its start and its end were made by them. */
    @Name(Window.NAME)
    @StackTrace(false)
    public static final class Window extends Event {
        /** Its name. */
        public static final String NAME = "dev.tendril.Window";

        long steps;
        long bytes;

        /** What the steps were, and the bytes of all objects that they made. */
        void end(long taken, long allocated) {
            end();
            steps = taken;
            bytes = allocated;
            commit();
        }
    }

    /**
     * Runs. Arguments: a file for the recording, the seconds of the warm-up, the number of steps that count, the class of an
     * {@link Implementation}, then the words of an {@link Assignment}.
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        Implementation implementation = Class.forName(words.get(3))
                .asSubclass(Implementation.class)
                .getConstructor()
                .newInstance();
        try (Task task = implementation.prepare(Assignment.parse(words.subList(4, words.size())))) {
            warmUp(task, Double.parseDouble(words.get(1)));
            record(task, Integer.parseInt(words.get(2)), Path.of(words.get(0)));
        }
        // Libraries leave threads behind that would keep the process alive.
        System.exit(0);
    }

    private static void warmUp(Task task, double seconds) {
        long started = System.nanoTime();
        for (int step = 0; step < FEWEST_STEPS || System.nanoTime() - started < seconds * 1e9; step++) {
            task.step();
        }
    }

    private static void record(Task task, int steps, Path file) throws IOException {
        ProcessMemory memory = new ProcessMemory();
        try (Recording recording = new Recording()) {
            recording.enable(IN_NEW_PART).withStackTrace();
            recording.enable(BESIDE_PARTS).withStackTrace();
            recording.enable(LOSS);
            recording.enable(Window.class);
            recording.start();
            steps(task, STEPS_FOR_THE_RECORDER);
            long before = memory.allocatedBytes();
            Window window = new Window();
            window.begin();
            steps(task, steps);
            window.end(steps, memory.allocatedBytes() - before);
            recording.stop();
            recording.dump(file);
        }
    }

    private static void steps(Task task, int count) {
        for (int step = 0; step < count; step++) {
            task.step();
        }
    }
}
