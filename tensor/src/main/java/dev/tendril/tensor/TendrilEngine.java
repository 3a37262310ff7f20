package dev.tendril.tensor;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.cell.CellState;
import dev.tendril.api.cell.State;
import dev.tendril.api.cell.Stepped;
import dev.tendril.api.cell.UnrollOptions;
import dev.tendril.api.cell.Unrolled;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.tensor.DifferentiableFunction;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Gradients;
import dev.tendril.api.tensor.LinearAlgebra;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.ParameterStore;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.api.tensor.TensorStore;
import dev.tendril.api.tensor.ThreadWork;
import dev.tendril.api.training.Optimizer;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.linear.EjmlLinearAlgebra;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Custom;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.random.Philox;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine: float32 on the Vector API where it is present, else in plain loops; float64 in plain loops, as the reference. Pure Java.
 */
public final class TendrilEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(TendrilEngine.class);

    private final Kernels kernels;
    private final Workers workers;
    private final Pool pool;
    private final RandomSource random;
    private final LinearAlgebra linearAlgebra = new EjmlLinearAlgebra();
    private final Updates updates = new Updates(this);
    private final Unrolls unrolls;
    private final AtomicLong passes = new AtomicLong();
    private final LongAdder multiplyAdds = new LongAdder();
    private final boolean counting;
    private volatile boolean closed;

    private TendrilEngine(Builder builder) {
        kernels = Kernels.choose(builder.precision, builder.vectors);
        Executor lent = builder.executor;
        workers = lent == null ? Workers.ownThreads(builder.threads) : Workers.lent(builder.threads, lent);
        pool = new Pool(builder.precision);
        random = builder.random;
        counting = builder.counting;
        unrolls = new Unrolls(this, builder.plans && !counting);
        LOG.info("{}", describe());
    }

    /** Starts with float32, vector kernels where possible, and as many threads as the machine has processors. */
    public static Builder builder() {
        return new Builder();
    }

    /** Chooses what an engine is made of. */
    public static final class Builder {
        private Precision precision = Precision.FLOAT32;
        private Kernels.Vectors vectors = Kernels.Vectors.AUTO;
        private int threads = Runtime.getRuntime().availableProcessors();
        private @Nullable Executor executor;
        private RandomSource random = new Philox();
        private boolean plans = true;
        private boolean counting = false;

        private Builder() {}

        /** How numbers are stored. */
        public Builder precision(Precision chosen) {
            precision = chosen;
            return this;
        }

        /** Whether float32 kernels use the Vector API. */
        public Builder vectors(Kernels.Vectors chosen) {
            vectors = chosen;
            return this;
        }

        /**
         * How many threads compute at once, the caller's included.
         *
         * @throws IllegalArgumentException if fewer than 1
         */
        public Builder threads(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("an engine needs at least 1 thread, not " + count);
            }
            threads = count;
            return this;
        }

        /** Lends threads: the engine makes none of its own, and gives this executor tasks while an operation runs. */
        public Builder executor(Executor lent) {
            executor = lent;
            return this;
        }

        /**
         * Whether recurrences are planned, as they are unless this is false. Without plans every step is interpreted: slow, and the
         * specification that plans are held to.
         */
        public Builder plans(boolean wanted) {
            plans = wanted;
            return this;
        }

        /** Whether {@link TendrilEngine#multiplyAdds} counts; an engine that counts runs recurrences without plans. */
        public Builder counting(boolean wanted) {
            counting = wanted;
            return this;
        }

        /** Where random numbers come from. */
        public Builder random(RandomSource source) {
            random = source;
            return this;
        }

        /**
         * Makes the engine.
         *
         * @throws IllegalStateException if vector kernels are demanded and the module is absent
         */
        public TendrilEngine build() {
            return new TendrilEngine(this);
        }
    }

    @Override
    public Precision precision() {
        return kernels.precision();
    }

    @Override
    public String describe() {
        String width = kernels.precision() == Precision.FLOAT32 ? "float32" : "float64";
        String threads = workers.threads() == 1 ? "1 thread" : workers.threads() + " threads";
        return width + ", " + threads + ", " + kernels.description();
    }

    @Override
    public Pass open(PassOptions options) {
        return open(options, options.recording());
    }

    /** Opens a pass that recycles its arrays, or leaves them to the garbage collector. */
    EagerPass open(PassOptions options, boolean pooled) {
        if (closed) {
            throw new IllegalStateException("the engine is closed: no pass can be opened any more");
        }
        return new EagerPass(this, options, passes.incrementAndGet(), pooled);
    }

    @Override
    public Tensor constant(Shape shape, double... values) {
        checkCount(shape, values.length);
        return PassTensor.constant(this, new Array(shape, stored(values), 0));
    }

    @Override
    public Tensor constant(Shape shape, float[] values) {
        checkCount(shape, values.length);
        return PassTensor.constant(this, new Array(shape, Storage.of(precision(), values), 0));
    }

    private static void checkCount(Shape shape, int given) {
        if (shape.elements() != given) {
            throw new IllegalArgumentException(
                    given + " numbers given for shape " + shape + ", which holds " + shape.elements());
        }
    }

    @Override
    public ParameterStore parameters(RandomKey key) {
        return new Store(this, key);
    }

    @Override
    public ParameterStore dryParameters() {
        return new Store(this, null);
    }

    @Override
    public Gradients gradients(Tensor loss, Collection<? extends Tensor> tensors) {
        if (loss.shape().elements() != 1) {
            throw new IllegalArgumentException("gradients are of a scalar; the loss has shape " + loss.shape());
        }
        if (!(loss.pass() instanceof EagerPass pass) || !(loss instanceof PassTensor ours)) {
            throw new IllegalStateException("gradients are of a loss that was computed; this one is of " + loss.pass());
        }
        pass.requireOpen(loss);
        pass.requireUnspent();
        if (!pass.recording()) {
            throw new IllegalStateException(pass + " does not record; open it with recording on");
        }
        return new Backward(pass, tensors).run(ours);
    }

    @Override
    public Tensor apply(DifferentiableFunction function, Tensor... inputs) {
        return EngineTensor.apply(new Custom(function), null, inputs);
    }

    @Override
    public <S extends CellState> Unrolled<S> unroll(Cell<S> cell, Sequence input, S initial, UnrollOptions options) {
        return unrolls.run(cell, input, initial, options);
    }

    @Override
    public <S extends CellState> Stepped<S> step(Cell<S> cell, Tensor x, S previous) {
        return unrolls.step(cell, x, previous);
    }

    @Override
    public List<CellPlan> plans() {
        return unrolls.plans();
    }

    @Override
    public List<ThreadWork> work() {
        return workers.work();
    }

    @Override
    public <S extends State> void update(
            Optimizer<S> optimizer,
            Map<Parameter, S> states,
            Map<Parameter, Tensor> gradients,
            double learningRate,
            long step) {
        updates.run(optimizer, states, gradients, new Updates.Moment(learningRate, step));
    }

    @Override
    public LinearAlgebra linearAlgebra() {
        return linearAlgebra;
    }

    @Override
    public RandomSource random() {
        return random;
    }

    @Override
    public TensorStore tensorStore() {
        return new SafetensorsStore(this);
    }

    @Override
    public void close() {
        closed = true;
        workers.close();
        pool.clear();
    }

    Kernels kernels() {
        return kernels;
    }

    /**
     * The threads.
     *
     * @throws IllegalStateException if the engine is closed
     */
    Workers workers() {
        if (closed) {
            throw new IllegalStateException("the engine is closed: open passes cannot compute any more");
        }
        return workers;
    }

    void count(Operation operation, Shape output, Shape... operands) {
        if (counting) {
            multiplyAdds.add(operation.multiplyAdds(output, operands));
        }
    }

    /**
     * How many products of two numbers the matrix products of all passes have summed up, those of gradients and of functions that bring
     * their own gradient apart.
     *
     * @throws IllegalStateException if this engine does not count
     */
    public long multiplyAdds() {
        if (!counting) {
            throw new IllegalStateException("this engine does not count; build it with counting(true)");
        }
        return multiplyAdds.sum();
    }

    /** How many bytes recording passes and updates had in use at once, at most; parameters and what optimisers remember apart. */
    public long mostBytesInUse() {
        return pool.mostLent() * (precision() == Precision.FLOAT32 ? Float.BYTES : Double.BYTES);
    }

    Pool pool() {
        return pool;
    }

    /** Numbers rounded to the engine's precision. */
    Storage stored(double[] values) {
        return Storage.of(precision(), values);
    }

    /** The same numbers in memory of their own. */
    Array copied(Array array) {
        Storage storage = Storage.allocate(precision(), array.elements());
        array.storage().copyTo(array.at(), storage, 0, array.elements());
        return new Array(array.shape(), storage, 0);
    }
}
