package dev.tendril.benchmarks.bytedeco;

import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * What is trained.
 *
 * @param modules that hold parameters
 * @param loss of the one batch
 */
record Training(List<Module> modules, Supplier<Tensor> loss) {}
