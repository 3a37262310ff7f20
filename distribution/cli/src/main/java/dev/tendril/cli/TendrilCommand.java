package dev.tendril.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command. */
@Command(
        name = "tendril",
        description = "Sequence models from a YAML file to their predictions.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = TendrilCommand.Version.class,
        sortOptions = false,
        footer = {
            "",
            "Results go to standard output, all else to standard error.",
            "Exit codes: 0 fine, 1 failed, 2 wrong usage or an invalid YAML file, 130 interrupted."
        })
final class TendrilCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final GlobalOptions options;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification
    TendrilCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command? Name one of those below.");
    }

    /** Says which version this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tendril " + text()};
        }

        /** The version alone. */
        static String text() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "(not packaged)" : version;
        }
    }
}
