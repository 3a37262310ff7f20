package dev.tendril.testkit.planted;

import dev.tendril.api.cell.CellState;
import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.decoding.StepModel;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.SearchProvider;
import dev.tendril.api.tensor.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Searches, right but for what their name says. */
final class Searches {
    private Searches() {}

    /** Takes the likeliest token until none is left; then what it found is changed. */
    private record Greedy(int further, UnaryOperator<List<List<Hypothesis>>> change) implements Search {
        @Override
        public List<List<Hypothesis>> search(StepModel<?> model, Limits limits) {
            List<List<Hypothesis>> found = new ArrayList<>();
            for (int row = 0; row < model.rows(); row++) {
                found.add(List.of(walk(model, row, limits.maximumLength().get(row) + further)));
            }
            return change.apply(found);
        }

        private static <S extends CellState> Hypothesis walk(StepModel<S> model, int row, int most) {
            int[] last = new int[model.rows()];
            Arrays.fill(last, model.begin());
            S state = model.start();
            List<Integer> tokens = new ArrayList<>();
            double sum = 0;
            while (tokens.size() < most) {
                StepModel.Scored<S> scored = model.step(Ids.row(last), state);
                double[] scores = scored.logProbabilities().gather(Ids.row(row)).toDoubles();
                int best = 0;
                for (int token = 1; token < model.begin(); token++) {
                    best = scores[token] > scores[best] ? token : best;
                }
                tokens.add(best);
                sum += scores[best];
                state = scored.state();
                Arrays.fill(last, best);
            }
            return new Hypothesis(tokens, sum, sum, false, List.of());
        }
    }

    private record Of(String name, Search search) implements Defective, SearchProvider<NoParameters> {
        @Override
        public Search create(NoParameters parameters) {
            return search;
        }
    }

    static List<SearchProvider<?>> all() {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger open = new AtomicInteger();
        return List.of(
                new Of("right", new Greedy(0, found -> found)),
                new Of("goes_further", new Greedy(1, found -> found)),
                new Of("says_another_probability", new Greedy(0, found -> scored(found, 0.5))),
                new Of("counts_rows", new Greedy(0, found -> scored(found, 1e-6 * found.size()))),
                new Of("counts_its_calls", new Greedy(0, found -> scored(found, 1e-9 * calls.incrementAndGet()))),
                new Of("notices_others", new Greedy(0, found -> {
                    open.incrementAndGet();
                    Layers.pause();
                    List<List<Hypothesis>> changed = scored(found, open.get() > 1 ? 1e-6 : 0);
                    open.decrementAndGet();
                    return changed;
                })));
    }

    private static List<List<Hypothesis>> scored(List<List<Hypothesis>> found, double more) {
        return found.stream()
                .map(row -> row.stream().map(each -> with(each, more)).toList())
                .toList();
    }

    private static Hypothesis with(Hypothesis found, double more) {
        return new Hypothesis(
                found.tokens(),
                found.logProbability() + more,
                found.score() + more,
                found.finished(),
                found.alignment());
    }
}
