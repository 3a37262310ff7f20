package dev.tendril.api.cell;

import dev.tendril.api.PluginImplemented;
import dev.tendril.api.TendrilException;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Reads and rebuilds states without knowing their types: what wrappers, the engine, beams and checkpoints need. */
public final class States {
    private States() {}

    /** What a state is made of, leaf by leaf, in the order of the record components. */
    @PluginImplemented
    public interface Mapper {
        /** What takes the place of a tensor. */
        Tensor tensor(Tensor tensor);

        /** What takes the place of a noise; itself by default. */
        default Noise noise(Noise noise) {
            return noise;
        }
    }

    /** The state with every leaf replaced. */
    public static <S extends State> S map(S state, Mapper mapper) {
        return RecordLayout.of(state).rebuild(state, leaf -> mapLeaf(leaf, mapper));
    }

    /** The state with every tensor replaced. */
    public static <S extends State> S mapTensors(S state, UnaryOperator<Tensor> operator) {
        return map(state, operator::apply);
    }

    /** A state from the tensors of two of one structure, pair by pair; noises are taken from the first. */
    public static <S extends State> S zip(S first, S second, BinaryOperator<Tensor> operator) {
        List<Tensor> others = tensors(second);
        if (others.size() != tensors(first).size()) {
            throw new IllegalArgumentException("states of " + first.getClass().getName() + " differ in structure: "
                    + tensors(first).size() + " and " + others.size() + " tensors");
        }
        var remaining = others.iterator();
        return mapTensors(first, tensor -> operator.apply(tensor, remaining.next()));
    }

    /** The tensors, in the order of the record components, nested states included. */
    public static List<Tensor> tensors(State state) {
        List<Tensor> found = new ArrayList<>();
        collect(state, found, Tensor.class);
        return Collections.unmodifiableList(found);
    }

    /** The noises, in the same order. */
    public static List<Noise> noises(State state) {
        List<Noise> found = new ArrayList<>();
        collect(state, found, Noise.class);
        return Collections.unmodifiableList(found);
    }

    /** The state with its first tensor replaced. */
    public static <S extends State> S withFirst(S state, Tensor tensor) {
        Tensor first = tensors(state).get(0);
        boolean[] replaced = new boolean[1];
        return mapTensors(state, each -> {
            if (replaced[0] || each != first) {
                return each;
            }
            replaced[0] = true;
            return tensor;
        });
    }

    /** The state of chosen rows, in a new order, repeated or left out: what a beam does after each step. */
    public static <S extends State> S gather(S state, Ids rows) {
        return map(state, new Mapper() {
            @Override
            public Tensor tensor(Tensor tensor) {
                return tensor.gather(rows);
            }

            @Override
            public Noise noise(Noise noise) {
                return noise.gather(rows);
            }
        });
    }

    /** The state where gradients stop: the end of a window of truncated back-propagation. */
    public static <S extends State> S detach(S state) {
        return mapTensors(state, Tensor::detach);
    }

    /**
     * The state with some rows started afresh.
     *
     * @param ended [B], 1 where a row takes its state from {@code initial}
     */
    public static <S extends State> S reset(S state, S initial, Tensor ended) {
        return zip(state, initial, (kept, fresh) -> selectRows(ended, fresh, kept));
    }

    /**
     * Chooses whole rows of two tensors of one shape.
     *
     * @param mask [B], 1 for the rows of {@code whenTrue}
     */
    public static Tensor selectRows(Tensor mask, Tensor whenTrue, Tensor whenFalse) {
        Tensor aligned = mask;
        for (int axis = 1; axis < whenTrue.shape().rank(); axis++) {
            aligned = aligned.unsqueeze(-1);
        }
        return aligned.select(whenTrue, whenFalse);
    }

    /**
     * Checks that a record can be a state.
     *
     * @throws TendrilException naming the component that cannot, and what may stand there
     */
    public static void check(Class<? extends State> type) {
        RecordLayout.of(type).check();
    }

    private static void collect(State state, List<?> found, Class<?> kind) {
        RecordLayout.of(state).leaves(state, leaf -> {
            if (leaf instanceof State nested) {
                collect(nested, found, kind);
            } else if (kind.isInstance(leaf)) {
                addUnchecked(found, leaf);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static void addUnchecked(List<?> found, Object leaf) {
        ((List<Object>) found).add(leaf);
    }

    private static Object mapLeaf(Object leaf, Mapper mapper) {
        if (leaf instanceof Tensor tensor) {
            return mapper.tensor(tensor);
        }
        if (leaf instanceof Noise noise) {
            return mapper.noise(noise);
        }
        return map((State) leaf, mapper);
    }
}
