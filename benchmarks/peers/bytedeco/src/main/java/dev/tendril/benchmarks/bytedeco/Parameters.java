package dev.tendril.benchmarks.bytedeco;

import java.util.List;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.TensorVector;

/** Counts parameters. */
final class Parameters {
    private Parameters() {}

    /** The learnt numbers of some modules together. */
    static long count(List<Module> modules) {
        long count = 0;
        for (Module module : modules) {
            TensorVector parameters = module.parameters();
            for (long i = 0; i < parameters.size(); i++) {
                count += parameters.get(i).numel();
            }
        }
        return count;
    }
}
