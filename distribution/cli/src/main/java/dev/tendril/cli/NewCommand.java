package dev.tendril.cli;

import dev.tendril.api.TendrilException;
import dev.tendril.runtime.diagnostic.Similar;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a model file to begin with. */
@Command(
        name = "new",
        description = {
            "Write a model file to begin with, and a little data beside it, so that 'tendril train' works at once.",
            "Without a template, list them."
        },
        sortOptions = false)
final class NewCommand implements Callable<Integer> {
    private final Host host;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "TEMPLATE", description = "Which one.")
    private @Nullable String template;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder to write to; one named after the template by default.")
    private @Nullable Path folder;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification
    NewCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        if (template == null) {
            list(host.console().out());
            return ExitCode.OK;
        }
        Template chosen = chosen(template);
        Path target = folder == null ? Path.of(chosen.name()) : folder;
        write(chosen, target);
        PrintStream out = host.console().out();
        chosen.files().forEach(file -> out.println("wrote " + target.resolve(file)));
        out.println("next: tendril train " + target.resolve(chosen.yaml()));
        return ExitCode.OK;
    }

    private static void list(PrintStream out) {
        int widest = Template.ALL.stream()
                .mapToInt(each -> each.name().length())
                .max()
                .orElse(0);
        for (Template each : Template.ALL) {
            out.println(each.name() + " ".repeat(widest + 2 - each.name().length()) + each.summary());
        }
    }

    private Template chosen(String name) {
        List<String> names = Template.ALL.stream().map(Template::name).toList();
        return Template.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "there is no template '" + name + "'; " + remedy(Similar.question(name, names), names)));
    }

    private static String remedy(String question, List<String> names) {
        return question.isEmpty() ? "there are " + String.join(", ", names) : question;
    }

    /** All files or none: what is there already is somebody's work. */
    private static void write(Template template, Path target) throws IOException {
        for (String file : template.files()) {
            if (Files.exists(target.resolve(file))) {
                throw new TendrilException(
                        target.resolve(file) + ": exists already and is not overwritten; name another folder");
            }
        }
        Files.createDirectories(target);
        for (String file : template.files()) {
            Files.write(target.resolve(file), template.content(file));
        }
    }
}
