package dev.tendril.cli;

import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.plugin.PluginExamination;
import dev.tendril.runtime.plugin.PluginExamination.Examined;
import dev.tendril.runtime.plugin.PluginExamination.Finding;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Examines what is installed. */
@Command(
        name = "doctor",
        description = {
            "Examine every plugin: does it load, can its components be used, is a name taken, does a jar bundle what it"
                    + " must not, does anything lie where nothing loads it? Says what to do about each.",
            "Ends with the digests of all jars, in the form that --plugin-digests reads."
        },
        sortOptions = false)
final class PluginsDoctorCommand implements Callable<Integer> {
    private final Host host;

    PluginsDoctorCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        try (Tendril tendril = host.silent()) {
            List<Examined> examined = PluginExamination.of(tendril.plugins(), tendril.components());
            PrintStream out = host.console().out();
            examined.forEach(each -> print(each, out));
            digests(PluginExamination.digests(tendril.plugins()), out);
            long wrong = examined.stream()
                    .flatMap(each -> each.findings().stream())
                    .filter(Finding::wrong)
                    .count();
            out.println();
            out.println(wrong == 0 ? "nothing is wrong" : wrong + (wrong == 1 ? " thing" : " things") + " to mend");
            return wrong == 0 ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private static void print(Examined examined, PrintStream out) {
        String components = examined.components() == 1 ? "1 component" : examined.components() + " components";
        boolean fine = examined.findings().stream().noneMatch(Finding::wrong);
        out.println(examined.subject() + (fine ? ": fine, " + components : ""));
        for (Finding finding : examined.findings()) {
            out.println((finding.wrong() ? "  wrong: " : "  note: ") + finding.what());
            out.println("    remedy: " + finding.remedy());
        }
    }

    private static void digests(Map<Path, String> digests, PrintStream out) {
        if (!digests.isEmpty()) {
            out.println();
            out.println("# the jars in the folders of plugins; save these lines for --plugin-digests");
            digests.forEach((jar, digest) -> out.println(digest + "  " + jar));
        }
    }
}
