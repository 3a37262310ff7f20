package dev.tendril.benchmarks.bytedeco;

import dev.tendril.benchmarks.child.Task;
import org.bytedeco.pytorch.Tensor;

/** The scores of whole sequences. */
final class ScoresTask implements Task {
    private final LanguageModel model;
    private final Tensor ids;

    ScoresTask(LanguageModel model, Tensor ids) {
        this.model = model;
        this.ids = ids;
        model.modules().forEach(module -> module.eval());
    }

    @Override
    public void step() {
        Scopes.inference(() -> model.scores(ids).data_ptr_float().get());
    }

    @Override
    public long parameters() {
        return Parameters.count(model.modules());
    }

    @Override
    public void close() {
        ids.close();
    }
}
