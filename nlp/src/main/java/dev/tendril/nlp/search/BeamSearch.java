package dev.tendril.nlp.search;

import dev.tendril.api.TendrilException;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.decoding.Hypothesis;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.decoding.StepModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Beam search: after every token the likeliest {@code width} sequences of each row are kept. A row stops when no open sequence can
 * still come before the results it found, judged by the length penalty's own bound, and never earlier.
 */
final class BeamSearch implements Search {
    private final BeamParameters parameters;

    BeamSearch(BeamParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public List<List<Hypothesis>> search(StepModel<?> model, Limits limits) {
        LimitChecks.check(model, limits);
        if (limits.results() > parameters.width()) {
            throw new TendrilException("a beam of width " + parameters.width() + " cannot give " + limits.results()
                    + " results; ask for fewer or set width: " + limits.results());
        }
        Allowed allowed = Allowed.by(model, parameters.minimumLength());
        List<Beam> beams = LimitChecks.shortened(limits, parameters.maximumLength()).stream()
                .map(longest -> new Beam(parameters, allowed, longest, limits.results()))
                .toList();
        follow(model, beams);
        return beams.stream().map(Beam::results).toList();
    }

    private static <S extends CellState> void follow(StepModel<S> model, List<Beam> beams) {
        Frontier<S> frontier = new Frontier<>(model);
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < beams.size(); row++) {
            if (!beams.get(row).open().isEmpty()) {
                rows.add(row);
            }
        }
        while (!rows.isEmpty()) {
            frontier.keep(rows.stream().mapToInt(Integer::intValue).toArray());
            List<Beam> active =
                    beams.stream().filter(beam -> !beam.open().isEmpty()).toList();
            StepScores scores = frontier.step(active.stream()
                    .flatMap(beam -> beam.open().stream())
                    .mapToInt(Path::token)
                    .toArray());
            rows.clear();
            int firstRow = 0;
            for (Beam beam : active) {
                int followed = beam.open().size();
                rows.addAll(beam.advance(scores, firstRow));
                firstRow += followed;
            }
        }
    }
}
