package dev.tendril.tensor;

import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.Tensor;
import java.util.Map;
import java.util.Set;

/**
 * Gradients by tensor, compared by identity.
 *
 * @param pass they belong to
 * @param asked every tensor that was asked for
 * @param reached the gradients of those the loss depends on
 */
record EngineGradients(EagerPass pass, Set<EngineTensor> asked, Map<EngineTensor, PassTensor> reached)
        implements Gradients {
    @Override
    public Tensor of(Tensor tensor) {
        PassTensor gradient = reached.get(checked(tensor));
        return gradient == null ? pass.zeros(tensor.shape()) : gradient;
    }

    @Override
    public boolean reaches(Tensor tensor) {
        return reached.containsKey(checked(tensor));
    }

    private EngineTensor checked(Tensor tensor) {
        EngineTensor ours = EngineTensor.of(tensor);
        if (!asked.contains(ours)) {
            throw new IllegalArgumentException("the gradient with respect to " + ours + " was not asked for");
        }
        return ours;
    }
}
