package dev.tendril.runtime.model;

import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.fit.FittedFields;
import dev.tendril.runtime.wiring.Graph;

/**
 * What a model is made of.
 *
 * @param checked the model file, sizes known
 * @param yaml the model file as text, every default filled in
 * @param fields between raw values and ids
 * @param graph what computes
 * @param parameters what is learnt
 * @param engine it computes with
 * @param registry the installed components
 */
public record ModelParts(
        CheckedModel checked,
        String yaml,
        FittedFields fields,
        Graph graph,
        ParameterStore parameters,
        Engine engine,
        ComponentRegistry registry) {

    /** The same model, judged and decoded as another reading of its file says. */
    public ModelParts judgedBy(CheckedModel other) {
        return new ModelParts(other, yaml, fields, graph, parameters, engine, registry);
    }
}
