package dev.tendril.cli;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.model.Model;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.spec.DataSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a model. */
@Command(
        name = "evaluate",
        description = "Judge a model by the metrics of its model file, on a split of that file or on other files.",
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    /** What of a model's file can differ when it is judged: the sections that say nothing of what was learnt. */
    private static final Set<String> SETTABLE =
            Collections.unmodifiableSet(new TreeSet<>(Set.of("data", "decoding", "evaluation", "vars")));

    private final Host host;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "A model archive, or the folder of a training run.")
    private Path model;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files to judge on, read the way the training files were.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--split",
            paramLabel = "NAME",
            description = "The split of the model file to judge on; test by default.")
    private @Nullable String split;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the model file's paths start from; the current folder by default.")
    private @Nullable Path folder;

    @Mixin
    private SpecOptions additions;

    @Option(names = "--json", description = "Write one JSON object.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the arguments
    EvaluateCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Path archive = RunFolder.archive(model);
        try (Tendril tendril = host.tendril();
                Model loaded = tendril.load(archive)) {
            print(loaded.name(), figures(tendril, loaded));
            return ExitCode.OK;
        }
    }

    private Map<String, Double> figures(Tendril tendril, Model loaded) {
        if (files.isEmpty()) {
            additions.overrideOutside(SETTABLE).ifPresent(path -> {
                throw usage("--set " + path + " changes nothing of a model that is trained; only "
                        + String.join(", ", SETTABLE) + " can be set here");
            });
            return tendril.evaluate(
                    loaded, splitName(), folder == null ? Path.of("") : folder, additions.withArchive(host.console()));
        }
        if (split != null || folder != null || additions.any()) {
            throw usage("--data names the files itself; leave out --split, --folder, --set, --env and --allow-path");
        }
        return tendril.evaluate(loaded, tendril.data(loaded, files), new CancellationToken());
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private String splitName() {
        return split == null ? DataSpec.TEST : split;
    }

    private void print(String name, Map<String, Double> figures) {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("model", name);
            object.put("split", files.isEmpty() ? splitName() : null);
            object.put("files", files.stream().map(Path::toString).toList());
            object.put("metrics", Json.figures(figures));
            host.console().out().println(new Json().line(object));
        } else {
            int widest =
                    figures.keySet().stream().mapToInt(String::length).max().orElse(0);
            figures.forEach((metric, value) ->
                    host.console().out().println(String.format(Locale.ROOT, "%-" + widest + "s  %.4f", metric, value)));
        }
    }
}
