package dev.tendril.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the machine and its Java are like, as far as Tendril cares. */
final class MachineChecks {
    private static final long SMALL_HEAP = 1L << 29;

    private final UnaryOperator<String> property;
    private final Map<String, String> environment;

    /**
     * Looks at a process.
     *
     * @param property value of a system property; empty text if it is not set
     */
    MachineChecks(UnaryOperator<String> property, Map<String, String> environment) {
        this.property = property;
        this.environment = environment;
    }

    /** This process. */
    static MachineChecks ofThis(Console console) {
        return new MachineChecks(name -> System.getProperty(name, ""), console.environment());
    }

    List<Check> all(Path runFolder, long heap, int processors) {
        return List.of(java(), system(processors), memory(heap), names(), locale(), writable(runFolder));
    }

    private Check java() {
        return Check.fine(
                "Java",
                property.apply("java.runtime.version") + ", " + property.apply("java.vendor") + ", in "
                        + property.apply("java.home"));
    }

    private Check system(int processors) {
        return Check.fine(
                "system",
                property.apply("os.name") + " " + property.apply("os.version") + ", " + property.apply("os.arch") + ", "
                        + processors + (processors == 1 ? " processor" : " processors"));
    }

    private static Check memory(long heap) {
        String value = String.format(Locale.ROOT, "at most %,d MiB for Java", heap >> 20);
        return heap >= SMALL_HEAP
                ? Check.fine("memory", value)
                : new Check("memory", value, "little for training; give more with TENDRIL_JAVA_OPTS=-Xmx2g");
    }

    /** Content is read and written as UTF-8 whatever the locale; names of files and arguments are not ours to decide. */
    private Check names() {
        String charset = property.apply("sun.jnu.encoding");
        boolean complete =
                Charset.isSupported(charset) && Charset.forName(charset).equals(StandardCharsets.UTF_8);
        return complete
                ? Check.fine("names of files", "UTF-8")
                : new Check(
                        "names of files",
                        charset + ", so files and arguments with other characters cannot be named",
                        "set LC_ALL=C.UTF-8 in the environment"
                                + (environment.containsKey("LC_ALL")
                                        ? " in place of " + environment.get("LC_ALL")
                                        : ""));
    }

    private Check locale() {
        String providers = property.apply("java.locale.providers");
        String value = Locale.getDefault().toLanguageTag() + ", text is UTF-8 whatever it is";
        return providers.isEmpty() || providers.toUpperCase(Locale.ROOT).startsWith("CLDR")
                ? Check.fine("language", value)
                : new Check(
                        "language",
                        value + "; names of months come from " + providers,
                        "start Java without -Djava.locale.providers, so that dates are written as elsewhere");
    }

    private static Check writable(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            Files.delete(Files.createTempFile(existing, "tendril", ".tmp"));
            return Check.fine("run folder", folder.toAbsolutePath() + ", can be written");
        } catch (IOException | SecurityException failure) {
            return new Check(
                    "run folder",
                    folder.toAbsolutePath() + " cannot be written: " + failure,
                    "go to a folder of yours, or train with --out DIR");
        }
    }
}
