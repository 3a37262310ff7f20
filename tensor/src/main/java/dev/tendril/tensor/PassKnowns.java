package dev.tendril.tensor;

import dev.tendril.tensor.kernel.Products.Panels;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.plan.Knowns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Parameters and constants as a pass sees them. Weights that are parameters of one store are packed once for each version of it.
 *
 * @param tensors by number
 */
record PassKnowns(EagerPass pass, List<EngineTensor> tensors) implements Knowns {

    /** Names a packed form: the same parts of other stores' parameters never meet, since a version belongs to one store. */
    private record Form(List<Part> parts, boolean beside) {}

    @Override
    public Array numbers(int index) {
        return pass.numbers(tensors.get(index));
    }

    @Override
    public Panels packed(List<Part> parts, boolean beside, int length, Function<Storage, Panels> maker) {
        List<Part> byParameter = new ArrayList<>();
        Store store = null;
        for (Part part : parts) {
            boolean known = tensors.get(part.index()) instanceof EngineParameter parameter
                    && (store == null || parameter.store() == store);
            if (!known) {
                return maker.apply(pass.kept(length));
            }
            EngineParameter parameter = (EngineParameter) tensors.get(part.index());
            store = parameter.store();
            byParameter.add(new Part(
                    parameter.index(),
                    part.rowFrom(),
                    part.rowTo(),
                    part.columnFrom(),
                    part.columnTo(),
                    part.transposed()));
        }
        EngineParameter first = (EngineParameter) tensors.get(parts.get(0).index());
        return pass.version(first.store()).form(new Form(byParameter, beside), () -> maker.apply(pass.borrow(length)));
    }
}
