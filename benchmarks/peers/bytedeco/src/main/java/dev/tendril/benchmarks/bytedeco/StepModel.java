package dev.tendril.benchmarks.bytedeco;

import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** A language model that goes token by token. */
interface StepModel {
    /** In a few words, where there are several; else empty. */
    String name();

    /** What holds parameters. */
    List<Module> modules();

    /** Forgets all tokens. */
    void restart();

    /** The scores [1, V] of the token after this one, [1, 1]. */
    Tensor next(Tensor token);
}
