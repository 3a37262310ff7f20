package dev.tendril.tensor;

import dev.tendril.api.cell.State;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.training.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The equations of the optimisers used last. */
final class Equations {
    private static final Logger LOG = LoggerFactory.getLogger(Equations.class);

    /** Optimisers times shapes of parameters; those unused for longest are traced again. */
    private static final int KEPT = 512;

    private final TendrilEngine engine;
    private final Map<Key, Optional<Equation>> traced = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Equation>> eldest) {
            return size() > KEPT;
        }
    };

    Equations(TendrilEngine engine) {
        this.engine = engine;
    }

    private record Key(Optimizer<?> optimizer, Shape shape) {}

    /**
     * An optimiser's equation for parameters of one shape; empty if it is not elementwise, so that it is to be computed operation by
     * operation.
     *
     * @param state of the structure and the shapes that are remembered
     */
    <S extends State> Optional<Equation> of(Optimizer<S> optimizer, Shape shape, S state) {
        Key key = new Key(optimizer, shape);
        Optional<Equation> known = traced.get(key);
        if (known == null) {
            known = traced(optimizer, shape, state);
            traced.put(key, known);
        }
        return known;
    }

    private <S extends State> Optional<Equation> traced(Optimizer<S> optimizer, Shape shape, S state) {
        String name = optimizer.getClass().getSimpleName();
        try {
            Equation equation = Equation.trace(engine, optimizer, shape, state);
            LOG.debug("{} updates parameters {} in place, with {} kernels", name, shape, equation.kernels());
            return Optional.of(equation);
        } catch (NotElementwise reason) {
            LOG.info("{} updates parameters {} operation by operation: {}", name, shape, reason.getMessage());
            return Optional.empty();
        }
    }
}
