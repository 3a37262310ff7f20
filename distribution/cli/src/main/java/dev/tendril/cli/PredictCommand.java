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
import java.util.LinkedHashMap;
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
            "A model with one field reads raw lines; one with several reads a JSON object a line, keyed by field.",
            "A language model continues each line; an empty line it continues as well."
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

        @Option(names = "--sample", description = "Draw every token at random.")
        private boolean sample;

        private String name() {
            if (sample) {
                return "sampling";
            }
            return greedy ? "greedy" : "beam";
        }
    }

    @Option(
            names = "--temperature",
            paramLabel = "X",
            description = "Of sampling: below 1 favours likely tokens, above 1 unlikely ones.")
    private @Nullable Double temperature;

    @Option(
            names = "--top-k",
            paramLabel = "N",
            description = "Of sampling: draw from this many of the likeliest tokens.")
    private @Nullable Integer topK;

    @Option(
            names = "--top-p",
            paramLabel = "X",
            description = "Of sampling: draw from the fewest likeliest tokens with this probability together.")
    private @Nullable Double topP;

    @Option(names = "--max-length", paramLabel = "N", description = "Cut what is generated after this many tokens.")
    private @Nullable Integer maximumLength;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Of sampling: another seed draws other sequences.")
    private long seed;

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
                predict(tendril, loaded, session, host.console().in(), "standard input");
            } else {
                try (InputStream file = Files.newInputStream(input)) {
                    predict(tendril, loaded, session, file, input.toString());
                }
            }
            return ExitCode.OK;
        }
    }

    private SessionOptions sessionOptions(Tendril tendril, Model loaded) {
        requirePositive("--n-best", results);
        Optional<ComponentRef<Search>> own = tendril.checked(loaded).spec().decoding();
        Map<String, Object> parameters = parameters();
        if (own.isEmpty() && (decoding != null || results > 1 || !parameters.isEmpty())) {
            throw usage(
                    "model '" + loaded.name()
                            + "' generates no sequences; leave out --beam, --greedy, --sample, --n-best and what goes with them");
        }
        String name = decoding != null
                ? decoding.name()
                : own.map(PredictCommand::shortName).orElse("");
        if (!name.equals("sampling") && (temperature != null || topK != null || topP != null)) {
            throw usage("--temperature, --top-k and --top-p suit sampling, and '" + name + "' is chosen; add --sample");
        }
        boolean chosen = decoding != null || !parameters.isEmpty();
        return new SessionOptions(
                chosen ? Optional.of(tendril.search(loaded, name, parameters)) : Optional.empty(),
                results,
                seed,
                new CancellationToken());
    }

    /** What the options say of the search, by the names it has in a model file. */
    private Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (decoding != null && decoding.beam != null) {
            requirePositive("--beam", decoding.beam);
            parameters.put("width", (long) decoding.beam);
        }
        if (temperature != null) {
            parameters.put("temperature", temperature);
        }
        if (topK != null) {
            parameters.put("top_k", (long) topK);
        }
        if (topP != null) {
            parameters.put("top_p", topP);
        }
        if (maximumLength != null) {
            parameters.put("maximum_length", (long) maximumLength);
        }
        return parameters;
    }

    private static String shortName(ComponentRef<Search> search) {
        return search.id().substring(search.id().indexOf('/') + 1);
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw usage(option + " is " + value + ", want at least 1");
        }
    }

    private void predict(Tendril tendril, Model loaded, Session session, InputStream in, String name)
            throws IOException {
        InputLines lines = new InputLines(in, name);
        InputParser parser = new InputParser(loaded.inputs());
        boolean continues = tendril.checked(loaded).predictionFields().isEmpty();
        List<InputLines.Line> batch = lines.batch(LINES_AT_ONCE);
        while (!batch.isEmpty()) {
            answers(batch, parser, session, continues).forEach(host.console().out()::println);
            if (host.console().out().checkError()) {
                throw new TendrilException("standard output was closed before everything was written");
            }
            batch = lines.batch(LINES_AT_ONCE);
        }
    }

    /** One line for every line; an empty one is predicted only if it is to be continued. */
    private List<String> answers(List<InputLines.Line> batch, InputParser parser, Session session, boolean continues) {
        List<Input> inputs = batch.stream()
                .filter(line -> continues || !line.text().isEmpty())
                .map(parser::parse)
                .toList();
        List<Predictions> predictions = session.predict(inputs);
        List<String> answers = new ArrayList<>();
        int next = 0;
        for (InputLines.Line line : batch) {
            if (line.text().isEmpty() && !continues) {
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
