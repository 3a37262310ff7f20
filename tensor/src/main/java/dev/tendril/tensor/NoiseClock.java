package dev.tendril.tensor;

import dev.tendril.api.tensor.Noise;
import dev.tendril.tensor.plan.Run;
import dev.tendril.tensor.plan.StepRows;
import java.util.ArrayList;
import java.util.List;

/** The noises of a state as steps go by. */
final class NoiseClock {
    private final List<Noise> next; // of the trace: which noise of the step before, and how many steps on
    private List<EagerNoise> noises;

    /**
     * The noises before the first step.
     *
     * @param next what a traced step makes of them
     */
    NoiseClock(List<Noise> initial, List<Noise> next) {
        this.next = next;
        this.noises = initial.stream().map(EagerNoise.class::cast).toList();
    }

    /** Draws the random numbers of all steps, where a plan wants them. */
    void draw(List<Instruction.Draw> draws, Run run, StepRows rows) {
        RowDrawing drawing = new RowDrawing();
        for (int step = 0; step < rows.steps(); step++) {
            for (int i = 0; i < draws.size(); i++) {
                Instruction.Draw draw = draws.get(i);
                int live = rows.live(step);
                int start = rows.start(step);
                EagerNoise noise = at(draw.source());
                run.perStep(i + 1).ifPresent(to -> {
                    for (int row = 0; row < live; row++) {
                        noise.fill(draw, rows.original(row), to, (start + row) * draw.columns(), drawing);
                    }
                });
            }
            advance();
        }
    }

    private void advance() {
        List<EagerNoise> after = new ArrayList<>(next.size());
        next.forEach(noise -> after.add(at(((TracedNoise) noise).source())));
        noises = after;
    }

    private EagerNoise at(Instruction.Draw.Source source) {
        EagerNoise noise = noises.get(source.index());
        return new EagerNoise(noise.scope(), noise.rows(), noise.step() + source.steps());
    }

    /** The noises after the last step. */
    List<Noise> noises() {
        return List.copyOf(noises);
    }
}
