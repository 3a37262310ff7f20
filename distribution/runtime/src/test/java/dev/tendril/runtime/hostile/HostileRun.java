package dev.tendril.runtime.hostile;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.DiagnosticsException;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Checks every model file of a folder, one after the other, and says of each how long it took and what was found first. */
public final class HostileRun {
    private static final int LIMIT_SECONDS = 20;
    private static final int LONGEST_TEXT = 100_000;

    private HostileRun() {}

    /** Argument: the folder. Writes a line of file, milliseconds, finding and milliseconds of the processor for each. */
    public static void main(String[] arguments) throws Exception {
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            List<Path> files = files(Path.of(arguments[0]));
            finding(tendril, files.get(0)); // the classes are loaded here, once
            for (Path file : files) {
                long started = System.nanoTime();
                String finding = limited(tendril, file);
                long milliseconds = (System.nanoTime() - started) / 1_000_000;
                System.out.println(file.getFileName().toString().replaceFirst("\\.yaml$", "") + " | " + milliseconds
                        + " | " + finding);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** In a thread of its own, since a file that never ends must not end the others. */
    private static String limited(Tendril tendril, Path file) throws InterruptedException {
        FutureTask<String> task = new FutureTask<>(() -> timed(tendril, file));
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException endless) {
            return "ENDLESS";
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            StackTraceElement[] trace = cause == null ? new StackTraceElement[0] : cause.getStackTrace();
            return "FAILED " + cause + (trace.length == 0 ? "" : " at " + trace[0]);
        }
    }

    /** The finding, and the time of the processor that it took. */
    private static String timed(Tendril tendril, Path file) {
        String finding = finding(tendril, file);
        return finding + " | " + ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    private static String finding(Tendril tendril, Path file) {
        try {
            tendril.validate(file);
            return "fine";
        } catch (DiagnosticsException found) {
            String text = DiagnosticRenderer.render(found.diagnostics());
            if (text.length() > LONGEST_TEXT) {
                return "FAILED a text of " + text.length() + " characters";
            }
            Diagnostic first = found.diagnostics().get(0);
            Optional<Diagnostic.Location> place = first.location();
            return first.code() + " "
                    + place.map(where -> where.line() + ":" + where.column()).orElse("-") + " "
                    + found.diagnostics().size();
        }
    }
}
