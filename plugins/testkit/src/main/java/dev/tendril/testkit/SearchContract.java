package dev.tendril.testkit;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.SearchProvider;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.tensor.TendrilEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What Tendril relies on in a search, on a small model of seven tokens.
 *
 * @param <P> the search's parameters
 */
public abstract class SearchContract<P extends Record> extends ComponentContract<P> {
    /** Sums of a few float32 log-probabilities. */
    private static final double ROUNDING = 1e-4;

    private static final int LONGEST = 5;
    private static final int[] ROWS = {0, 1, 2};

    /**
     * The contract of one search.
     *
     * @param plugin that brings the search
     * @param examples its name and parameters; one that can give two results
     */
    protected SearchContract(Class<? extends Plugin> plugin, Examples<P> examples) {
        super(Kind.SEARCH, plugin, examples);
    }

    /** How many sequences are asked for; 1 for a search that finds one alone. */
    protected int results() {
        return 2;
    }

    @SuppressWarnings("unchecked") // a reference's parameters are an instance of its provider's record
    private static Search search(Trial trial) {
        return ((SearchProvider<Record>) trial.provider(SearchProvider.class)).create(trial.parameters());
    }

    private List<List<Hypothesis>> found(Search search, Engine engine, int... rows) {
        try (Pass pass = engine.open(PassOptions.inference())) {
            return search.search(Babbler.of(pass, rows), limits(rows.length));
        }
    }

    private Search.Limits limits(int rows) {
        return new Search.Limits(Collections.nCopies(rows, LONGEST), results(), 5);
    }

    @Override
    final void smoke(Trial trial) {
        try (TendrilEngine engine = Engines.plain();
                Pass pass = engine.open(PassOptions.inference())) {
            search(trial).search(Babbler.of(pass, ROWS), new Search.Limits(List.of(2, 2, 2), 1, 5));
        }
    }

    @Override
    final List<Check> checks(Trial trial) {
        return List.of(
                new Check("it keeps its limits, and ranks", () -> limited(trial)),
                new Check("its log-probabilities are the model's", () -> probabilities(trial)),
                new Check("a row alone gives the sequences of the batch", () -> rows(trial)),
                new Check("the same seed gives the same, whatever else it searched", () -> again(trial)),
                new Check("threads that use it at once get the same", () -> concurrent(trial)));
    }

    private void limited(Trial trial) {
        List<String> problems = new ArrayList<>();
        try (TendrilEngine engine = Engines.plain()) {
            List<List<Hypothesis>> found = found(search(trial), engine, ROWS);
            if (found.size() != ROWS.length) {
                problems.add("there are results for " + found.size() + " rows of " + ROWS.length);
            }
            for (int row = 0; row < found.size(); row++) {
                limited("row " + row, found.get(row), problems);
            }
        }
        Failures.failIf(problems, "a search gives what was asked for, best first");
    }

    private void limited(String row, List<Hypothesis> found, List<String> problems) {
        if (found.isEmpty() || found.size() > results()) {
            problems.add(row + " has " + found.size() + " results, asked for were " + results());
        }
        for (int i = 0; i < found.size(); i++) {
            Hypothesis each = found.get(i);
            boolean special = each.tokens().stream().anyMatch(token -> token < 0 || token >= Babbler.WORDS);
            if (special) {
                problems.add(row + " holds begin, end or no token: " + each.tokens());
            }
            if (each.tokens().size() > LONGEST) {
                problems.add(row + " is longer than " + LONGEST + ": " + each.tokens());
            }
            if (i > 0 && !ranked(found.get(i - 1), each)) {
                problems.add(row + " has a result of score " + each.score() + " behind one of "
                        + found.get(i - 1).score());
            }
        }
    }

    /** Whether two results stand in order; what was cut may have a better score than what was finished before it. */
    private static boolean ranked(Hypothesis first, Hypothesis second) {
        return first.finished() == second.finished() ? second.score() <= first.score() : first.finished();
    }

    private void probabilities(Trial trial) {
        List<String> problems = new ArrayList<>();
        try (TendrilEngine engine = Engines.plain();
                Pass pass = engine.open(PassOptions.inference())) {
            for (int row : ROWS) {
                for (Hypothesis each : found(search(trial), engine, row).get(0)) {
                    double expected = logProbability(Babbler.of(pass, row), each);
                    boolean right = Math.abs(expected - each.logProbability()) <= ROUNDING; // false for NaN
                    if (!right) {
                        problems.add("row " + row + ", " + each.tokens() + " is " + expected + " by the model and "
                                + each.logProbability() + " by the search");
                    }
                }
            }
        }
        Failures.failIf(problems, "a log-probability is the sum of its tokens' (compared within " + ROUNDING + ")");
    }

    private static <S extends CellState> double logProbability(StepModel<S> model, Hypothesis found) {
        List<Integer> tokens = new ArrayList<>(found.tokens());
        if (found.finished()) {
            tokens.add(model.end());
        }
        double sum = 0;
        int last = model.begin();
        S state = model.start();
        for (int token : tokens) {
            StepModel.Scored<S> scored = model.step(Ids.row(last), state);
            sum += scored.logProbabilities().toDoubles()[token];
            state = scored.state();
            last = token;
        }
        return sum;
    }

    private void rows(Trial trial) {
        try (TendrilEngine engine = Engines.plain()) {
            List<List<Hypothesis>> together = found(search(trial), engine, ROWS);
            List<List<Hypothesis>> alone = Arrays.stream(ROWS)
                    .mapToObj(row -> found(search(trial), engine, row).get(0))
                    .toList();
            same("a row does not depend on the rows beside it", together, alone);
        }
    }

    private void again(Trial trial) {
        try (TendrilEngine engine = Engines.plain()) {
            Search search = search(trial);
            List<List<Hypothesis>> first = found(search, engine, ROWS);
            same("a search depends on the model, the limits and the seed", first, found(search, engine, ROWS));
            same("a search depends on the model, the limits and the seed", first, found(search(trial), engine, ROWS));
        }
    }

    private static void same(String promise, List<List<Hypothesis>> one, List<List<Hypothesis>> other) {
        Failures.failIf(
                Learning.differences(lines(one), lines(other)), promise + " (tokens and numbers compared bit by bit)");
    }

    private static List<String> lines(List<List<Hypothesis>> found) {
        return found.stream().map(List::toString).toList();
    }

    private void concurrent(Trial trial) throws Exception {
        try (TendrilEngine engine = Engines.plain()) {
            Search search = search(trial);
            Together.check(
                    variant -> found(search, engine, ROWS[variant % ROWS.length]),
                    (alone, beside) -> same("several threads find what one finds", alone, beside));
        }
    }
}
