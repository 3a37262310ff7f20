package dev.tendril.benchmarks.tendril;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.graph.Port;
import dev.tendril.api.layer.Values;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.benchmarks.child.Task;
import java.util.List;

/** The scores of whole sequences; operations are eager, so they are all computed when the last node returns. */
final class ScoresTask implements Task {
    /** The nodes between ids and scores. */
    static final List<String> NODES = List.of("embedded", "encoder", "scores");

    private final BenchmarkModel model;
    private final IdSequence ids;

    ScoresTask(BenchmarkModel model, IdSequence ids) {
        this.model = model;
        this.ids = ids;
    }

    @Override
    public void step() {
        try (Pass pass = model.engine().open(PassOptions.inference())) {
            Values values = Values.of(Port.OUTPUT, ids);
            for (String node : NODES) {
                values = model.graph().node(node).forward(Values.of(Port.INPUT, values.get(Port.OUTPUT)), pass);
            }
        }
    }

    @Override
    public long parameters() {
        return model.parameters().elements();
    }

    @Override
    public void close() {
        model.tendril().close();
    }
}
