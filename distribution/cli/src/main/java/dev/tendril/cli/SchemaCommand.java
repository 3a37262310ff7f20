package dev.tendril.cli;

import dev.tendril.api.DataException;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.check.ModelFileSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the JSON Schema of model files. */
@Command(
        name = "schema",
        description = "Print the JSON Schema (draft-07) of model files with all that is installed, for editors.",
        sortOptions = false)
final class SchemaCommand implements Callable<Integer> {
    private final Host host;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Write it to a file.")
    private @Nullable Path out;

    SchemaCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        try (Tendril tendril = host.tendril()) {
            String schema = ModelFileSchema.json(tendril.components());
            if (out == null) {
                host.console().out().print(schema);
            } else {
                write(out, schema);
            }
            return ExitCode.OK;
        }
    }

    private static void write(Path file, String schema) {
        try {
            Files.writeString(file, schema);
        } catch (IOException failure) {
            throw new DataException(file.toString(), "it cannot be written: " + failure.getMessage(), failure);
        }
    }
}
