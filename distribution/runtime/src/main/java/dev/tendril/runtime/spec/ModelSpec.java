package dev.tendril.runtime.spec;

import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.ComponentRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model file.
 *
 * @param format version of the file format, 1
 * @param name of the model; becomes a folder
 * @param seed of all random numbers
 * @param data where examples come from and what of them is used
 * @param nodes the graph, by name, in the order of the file
 * @param training how it is trained
 * @param decoding how sequences are searched for, if a head generates
 * @param evaluation how it is judged
 */
public record ModelSpec(
        int format,
        String name,
        long seed,
        DataSpec data,
        Map<String, NodeSpec> nodes,
        TrainingSpec training,
        Optional<ComponentRef<Search>> decoding,
        EvaluationSpec evaluation) {
    /** The only version of the file format. */
    public static final int FORMAT = 1;

    public ModelSpec {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }
}
