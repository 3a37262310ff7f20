package dev.tendril.runtime.train;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.DataPaths;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.fit.SourceContext;
import dev.tendril.runtime.fit.Splits;
import dev.tendril.runtime.wiring.GraphFactory;

/**
 * What models are trained and judged with.
 *
 * @param registry the installed components
 * @param graphs makes graphs
 * @param engine computes
 * @param random random numbers
 */
public record Workbench(ComponentRegistry registry, GraphFactory graphs, Engine engine, RandomSource random) {

    /** The splits of a model file, read from files that these paths allow. */
    public Splits splits(CheckedModel model, DataPaths paths) {
        SourceContext context = new SourceContext(paths, random, model.spec().seed());
        return new Splits(model.spec().data(), registry, context);
    }
}
