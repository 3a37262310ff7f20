package dev.tendril.api.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every head of a model says about one input.
 *
 * @param heads by the name of the head's node, in the order of the graph; at least one
 */
public record Predictions(Map<String, Prediction> heads) {
    public Predictions {
        heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
    }

    /**
     * The prediction of a model with one head.
     *
     * @throws IllegalStateException if it has several; names them
     */
    public Prediction only() {
        if (heads.size() != 1) {
            throw new IllegalStateException("the model has the heads " + heads.keySet() + "; choose one");
        }
        return heads.values().iterator().next();
    }
}
