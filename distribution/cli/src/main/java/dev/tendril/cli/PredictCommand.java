package dev.tendril.cli;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.TendrilException;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.model.Input;
import dev.tendril.api.model.Model;
import dev.tendril.api.model.Predictions;
import dev.tendril.api.model.Session;
import dev.tendril.api.model.SessionOptions;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.runtime.Tendril;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Predicts line by line. */
@Command(
        name = "predict",
        description = {
            "Predict one line of output for every line of input; an empty line gives an empty line.",
            "A model with one text field reads raw lines; one with several reads a JSON object a line, keyed by field."
        },
        sortOptions = false)
final class PredictCommand implements Callable<Integer> {
    private static final int LINES_AT_ONCE = 64;

    private final Host host;
    private final Json writer = new Json();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "A model archive, or the folder of a training run.")
    private Path model;

    @Option(names = "--input", paramLabel = "FILE", description = "Read this file instead of standard input.")
    private @Nullable Path input;

    @Option(names = "--json", description = "Write a JSON object a line: the input, and all that every head says.")
    private boolean json;

    @ArgGroup
    private @Nullable Decoding decoding;

    @Option(
            names = "--n-best",
            paramLabel = "N",
            defaultValue = "1",
            description = "Candidates for every generated sequence, best first, with tabs between them.")
    private int results;

    /** Ways to search for a sequence, of which one may be chosen. */
    static final class Decoding {
        @Option(names = "--beam", paramLabel = "N", description = "Search with a beam of this width.")
        private @Nullable Integer beam;

        @Option(names = "--greedy", description = "Take the likeliest token at every step.")
        private boolean greedy;
    }

    @SuppressWarnings("NullAway.Init") // picocli sets the arguments
    PredictCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws IOException {
        Path archive = RunFolder.archive(model);
        try (Tendril tendril = host.tendril();
                Model loaded = tendril.load(archive);
                Session session = loaded.session(sessionOptions(tendril, loaded))) {
            if (input == null) {
                predict(loaded, session, host.console().in(), "standard input");
            } else {
                try (InputStream file = Files.newInputStream(input)) {
                    predict(loaded, session, file, input.toString());
                }
            }
            return ExitCode.OK;
        }
    }

    private SessionOptions sessionOptions(Tendril tendril, Model loaded) {
        requirePositive("--n-best", results);
        boolean generates = tendril.checked(loaded).spec().decoding().isPresent();
        if (!generates && (decoding != null || results > 1)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "model '" + loaded.name() + "' generates no sequences; leave out --beam, --greedy and --n-best");
        }
        Optional<ComponentRef<Search>> search = Optional.empty();
        if (decoding != null && decoding.beam != null) {
            requirePositive("--beam", decoding.beam);
            search = Optional.of(tendril.search(loaded, "beam", Map.of("width", (long) decoding.beam)));
        } else if (decoding != null && decoding.greedy) {
            search = Optional.of(tendril.search(loaded, "greedy", Map.of()));
        }
        return new SessionOptions(search, results, 0, new CancellationToken());
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " is " + value + ", want at least 1");
        }
    }

    private void predict(Model loaded, Session session, InputStream in, String name) throws IOException {
        InputLines lines = new InputLines(in, name);
        InputParser parser = new InputParser(loaded.inputs());
        List<InputLines.Line> batch = lines.batch(LINES_AT_ONCE);
        while (!batch.isEmpty()) {
            answers(batch, parser, session).forEach(host.console().out()::println);
            if (host.console().out().checkError()) {
                throw new TendrilException("standard output was closed before everything was written");
            }
            batch = lines.batch(LINES_AT_ONCE);
        }
    }

    /** One line for every line; only those that are not empty are predicted. */
    private List<String> answers(List<InputLines.Line> batch, InputParser parser, Session session) {
        List<Input> inputs = batch.stream()
                .filter(line -> !line.text().isEmpty())
                .map(parser::parse)
                .toList();
        List<Predictions> predictions = session.predict(inputs);
        List<String> answers = new ArrayList<>();
        int next = 0;
        for (InputLines.Line line : batch) {
            if (line.text().isEmpty()) {
                answers.add("");
            } else {
                answers.add(answer(inputs.get(next), predictions.get(next)));
                next++;
            }
        }
        return answers;
    }

    private String answer(Input asked, Predictions said) {
        return json ? writer.line(Json.prediction(asked, said)) : PredictionText.of(said);
    }
}
