package dev.tendril.runtime.train;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.fit.SourceContext;
import dev.tendril.runtime.fit.Splits;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.wiring.GraphFactory;
import java.nio.file.Path;

/**
 * What models are trained and judged with.
 *
 * @param registry the installed components
 * @param graphs makes graphs
 * @param engine computes
 * @param random random numbers
 */
public record Workbench(ComponentRegistry registry, GraphFactory graphs, Engine engine, RandomSource random) {

    /** The splits of a model file. */
    public Splits splits(CheckedModel model) {
        SourceContext context =
                new SourceContext(model.paths(), random, model.spec().seed());
        return new Splits(model.spec().data(), registry, context);
    }

    /**
     * The splits of a model's file, which is read again, its data this time.
     *
     * @param folder that paths in the file are relative to
     * @throws dev.tendril.api.DiagnosticsException if the data it names cannot be used
     */
    public Splits splits(ModelParts model, Path folder, LoadOptions options) {
        return splits(checked(model, folder, options));
    }

    /**
     * A model's file, read again with what the operator adds.
     *
     * @throws dev.tendril.api.DiagnosticsException if what it says, or what is added, cannot be used
     */
    public CheckedModel checked(ModelParts model, Path folder, LoadOptions options) {
        String name = model.checked().spec().name() + "/model.yaml";
        return Specs.parse(model.yaml(), name, folder, registry, options);
    }
}
