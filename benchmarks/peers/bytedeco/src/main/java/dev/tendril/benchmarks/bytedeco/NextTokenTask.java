package dev.tendril.benchmarks.bytedeco;

import dev.tendril.benchmarks.child.Task;
import org.bytedeco.pytorch.Tensor;

/** A sequence token after token at batch 1: a step goes through all of it, and reads the scores after each. */
final class NextTokenTask implements Task {
    private final StepModel model;
    private final Tensor tokens;
    private final int length;

    NextTokenTask(StepModel model, Tensor tokens, int length) {
        this.model = model;
        this.tokens = tokens;
        this.length = length;
        model.modules().forEach(module -> module.eval());
    }

    @Override
    public void step() {
        Scopes.inference(this::walk);
    }

    private void walk() {
        model.restart();
        for (int token = 0; token < length; token++) {
            model.next(tokens.narrow(1, token, 1)).data_ptr_float().get();
        }
    }

    @Override
    public String setting() {
        return model.name();
    }

    @Override
    public long parameters() {
        return Parameters.count(model.modules());
    }

    @Override
    public void close() {
        tokens.close();
    }
}
