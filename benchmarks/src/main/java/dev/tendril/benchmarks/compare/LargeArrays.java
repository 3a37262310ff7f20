package dev.tendril.benchmarks.compare;

import dev.tendril.benchmarks.child.RecordedSteps;
import java.io.IOException;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * The arrays of more than {@value RecordedSteps#LIMIT} bytes that steps have allocated, on all threads.
 *
 * @param steps how many
 * @param bytes of all objects, large or not, by a step
 * @param sites where large arrays were made, by class and stack; those with the most bytes first
 */
record LargeArrays(long steps, long bytes, List<Site> sites) {
    /**
     * A place in the program.
     *
     * @param type of the arrays, such as {@code float[]}
     * @param frames of the stack, the innermost first
     * @param count of arrays in all steps
     * @param bytes of them
     */
    record Site(String type, List<String> frames, long count, long bytes) {}

    /** How many, in all steps. */
    long count() {
        return sites.stream().mapToLong(Site::count).sum();
    }

    /** Their bytes, in all steps. */
    long arrayBytes() {
        return sites.stream().mapToLong(Site::bytes).sum();
    }

    /**
     * What a recording of {@link RecordedSteps} tells.
     *
     * @throws IllegalStateException if the recorder has lost events
     */
    static LargeArrays read(Path recording) throws IOException {
        List<RecordedEvent> events = RecordingFile.readAllEvents(recording);
        if (events.stream().anyMatch(named(RecordedSteps.LOSS))) {
            throw new IllegalStateException("the recorder has lost events of " + recording + "; record fewer steps");
        }
        RecordedEvent window = events.stream()
                .filter(named(RecordedSteps.Window.NAME))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(recording + " holds no steps"));
        Map<Site, List<RecordedEvent>> bySite = events.stream()
                .filter(named(RecordedSteps.IN_NEW_PART).or(named(RecordedSteps.BESIDE_PARTS)))
                .filter(event -> isLargeArray(event) && isWithin(window, event.getStartTime()) && !isOurs(event))
                .collect(Collectors.groupingBy(LargeArrays::place));
        long steps = window.getLong("steps");
        List<Site> sites = bySite.entrySet().stream()
                .map(entry -> counted(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Site::bytes).reversed())
                .toList();
        return new LargeArrays(steps, window.getLong("bytes") / steps, sites);
    }

    private static Predicate<RecordedEvent> named(String name) {
        return event -> event.getEventType().getName().equals(name);
    }

    private static boolean isLargeArray(RecordedEvent event) {
        return event.getLong("allocationSize") > RecordedSteps.LIMIT
                && event.getClass("objectClass").getName().startsWith("[");
    }

    private static boolean isWithin(RecordedEvent window, Instant moment) {
        return !moment.isBefore(window.getStartTime()) && !moment.isAfter(window.getEndTime());
    }

    /** Whether the recorder itself has made an object. */
    private static boolean isOurs(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        return thread != null
                && thread.getJavaName() != null
                && thread.getJavaName().startsWith(RecordedSteps.RECORDER);
    }

    private static Site place(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        List<String> frames = stack == null
                ? List.of()
                : stack.getFrames().stream().map(LargeArrays::frame).toList();
        return new Site(type(event.getClass("objectClass").getName()), frames, 0, 0);
    }

    private static Site counted(Site place, List<RecordedEvent> events) {
        long bytes = events.stream()
                .mapToLong(event -> event.getLong("allocationSize"))
                .sum();
        return new Site(place.type(), place.frames(), events.size(), bytes);
    }

    private static String frame(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return type.substring(type.lastIndexOf('.') + 1) + "."
                + frame.getMethod().getName() + ":" + frame.getLineNumber();
    }

    /** The name of a class as it stands in a program, without its package, such as {@code float[]}. */
    private static String type(String name) {
        return ClassDesc.ofDescriptor(name.replace('.', '/')).displayName();
    }
}
