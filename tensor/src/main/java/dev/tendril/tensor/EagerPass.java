package dev.tendril.tensor;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Noise;
import dev.tendril.api.tensor.PassOptions;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.kernel.Kernels;
import dev.tendril.tensor.kernel.Storage;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Execution;
import dev.tendril.tensor.operation.IdArray;
import dev.tendril.tensor.operation.Operand;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.Reshape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A pass that computes at once, and keeps a tape if it records. A recording pass takes its arrays from the engine's pool and gives
 * them back when it closes; another leaves them to the garbage collector, so that a long generation holds no more than it uses.
 */
final class EagerPass implements Scope, Execution {
    private final TendrilEngine engine;
    private final PassOptions options;
    private final String name;
    private final boolean pooled;
    private final List<TapeEntry> tape = new ArrayList<>();
    private final List<Storage> taken = new ArrayList<>();
    private final Map<Store, Version> pinned = new HashMap<>();
    private final Map<Store, Version> spent = new HashMap<>(); // pinned once, perhaps written over since
    private final Set<Storage> overwritten = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean closed;

    EagerPass(TendrilEngine engine, PassOptions options, long number, boolean pooled) {
        this.engine = engine;
        this.options = options;
        this.name = "pass " + number + (options.training() ? " (training)" : options.recording() ? " (recording)" : "");
        this.pooled = pooled;
    }

    @Override
    public TendrilEngine engine() {
        return engine;
    }

    @Override
    public boolean training() {
        return options.training();
    }

    @Override
    public boolean recording() {
        return options.recording();
    }

    @Override
    public CancellationToken cancellation() {
        return options.cancellation();
    }

    PassOptions options() {
        return options;
    }

    List<TapeEntry> tape() {
        return tape;
    }

    @Override
    public Tensor tensor(Shape shape, double... values) {
        checkCount(shape, values.length);
        Array array = allocate(shape);
        for (int i = 0; i < values.length; i++) {
            array.storage().set(array.at() + i, values[i]);
        }
        return leaf(array);
    }

    @Override
    public Tensor tensor(Shape shape, float[] values) {
        checkCount(shape, values.length);
        Array array = allocate(shape);
        for (int i = 0; i < values.length; i++) {
            array.storage().set(array.at() + i, values[i]);
        }
        return leaf(array);
    }

    @Override
    public Tensor tensor(Shape shape, IntToDoubleFunction number) {
        Array array = allocate(shape);
        for (int i = 0; i < array.elements(); i++) {
            array.storage().set(array.at() + i, number.applyAsDouble(i));
        }
        return leaf(array);
    }

    @Override
    public Tensor full(Shape shape, double value) {
        Array array = allocate(shape);
        array.storage().fill(array.at(), array.elements(), value);
        return leaf(array);
    }

    @Override
    public Tensor attach(Tensor tensor) {
        EngineTensor ours = EngineTensor.of(tensor);
        return ours.scope() == this ? ours : apply(new Reshape(ours.shape()), null, ours);
    }

    @Override
    public Noise noise(String path, int rows) {
        return EagerNoise.start(this, path, rows);
    }

    /** Numbers in this pass that no operation made. */
    PassTensor leaf(Array array) {
        requireOpen();
        return PassTensor.of(this, array, -1);
    }

    @Override
    public EngineTensor apply(Operation operation, @Nullable Ids ids, EngineTensor... tensors) {
        IdArray idArray = ids == null ? null : EngineIds.arrayOf(ids);
        Operand[] operands = operands(idArray, tensors);
        requireOpen();
        Shape[] shapes = new Shape[operands.length];
        for (int i = 0; i < operands.length; i++) {
            shapes[i] = operands[i].shape();
        }
        Shape shape = operation.infer(shapes);
        engine.count(operation, shape, shapes);
        Array made = (Array) operation.run(this, shape, operands);
        if (!recording()) {
            return PassTensor.of(this, made, -1);
        }
        PassTensor output = PassTensor.of(this, made, tape.size());
        tape.add(new TapeStep(operation, tensors, idArray, operands, output));
        return output;
    }

    @Override
    public Ids applyIds(Operation operation, EngineTensor tensor) {
        Array x = numbers(tensor);
        requireOpen();
        return EngineIds.of(this, (IdArray) operation.run(this, operation.infer(x.shape()), x));
    }

    private Operand[] operands(@Nullable IdArray ids, EngineTensor... tensors) {
        Operand[] operands = new Operand[tensors.length + (ids == null ? 0 : 1)];
        for (int i = 0; i < tensors.length; i++) {
            operands[i] = numbers(tensors[i]);
        }
        if (ids != null) {
            operands[tensors.length] = ids;
        }
        return operands;
    }

    /** A tensor's numbers: for a parameter, those of the version that this pass saw first. */
    Array numbers(EngineTensor tensor) {
        if (tensor.engine() != engine) {
            throw new IllegalStateException(tensor + " belongs to another engine than " + this);
        }
        return tensor.numbers(this);
    }

    /** The version of a store that this pass saw first. */
    Version version(Store store) {
        Version known = pinned.get(store);
        if (known != null) {
            return known;
        }
        if (spent.containsKey(store)) {
            throw written();
        }
        return pinned.computeIfAbsent(store, Store::pin);
    }

    /** Lets parameters go because an update takes the gradients of this pass: their numbers may be written over from now on. */
    void spend(Store store) {
        Version version = pinned.remove(store);
        if (version != null) {
            spent.put(store, version);
            store.unpin(version);
        }
    }

    /** Whether an array is one of the parameters that this pass has read. */
    boolean showsParameters(Array array) {
        for (Version version : pinned.values()) {
            if (version.contains(array)) {
                return true;
            }
        }
        return false;
    }

    /** Tells that a walk of the tape has written gradients over an array, which no one can read any more. */
    void overwritten(Array array) {
        overwritten.add(array.storage());
    }

    /** Checks that an array does not show parameters that an update may have written over, nor what became a gradient. */
    void requireUnchanged(Array array) {
        if (overwritten.contains(array.storage())) {
            throw new IllegalStateException("the logits of shape " + array.shape() + " of " + name
                    + " were turned into their gradient, since a cross-entropy was their only reader; read them, or all"
                    + " gradients at once, before that, or open the pass without training");
        }
        for (Version version : spent.values()) {
            if (version.contains(array)) {
                throw written();
            }
        }
    }

    /** Checks that the tape can be walked: no update has taken gradients of this pass. */
    void requireUnspent() {
        if (!spent.isEmpty()) {
            throw written();
        }
    }

    private IllegalStateException written() {
        return new IllegalStateException("the parameters have been updated since " + name
                + " read them, with gradients of this pass; open a new pass to compute with their new numbers");
    }

    private static void checkCount(Shape shape, int count) {
        if (shape.elements() != count) {
            throw new IllegalArgumentException(
                    count + " numbers given for shape " + shape + ", which holds " + shape.elements());
        }
    }

    @Override
    public void requireOpen(Object used) {
        if (closed) {
            throw new IllegalStateException(used + " cannot be used any more: " + name
                    + " is closed; copy() takes a tensor out of its pass before");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(name + " is closed: no tensor can be made in it any more");
        }
    }

    // ---- what operations compute with ----

    @Override
    public Kernels kernels() {
        return engine.kernels();
    }

    @Override
    public Array allocate(Shape shape) {
        int length = Math.toIntExact(shape.elements());
        if (!pooled) {
            return new Array(shape, Storage.allocate(engine.precision(), length), 0);
        }
        Storage storage = engine.pool().take(length);
        taken.add(storage);
        return new Array(shape, storage, 0);
    }

    @Override
    public void letGo(Storage storage) {
        for (int i = taken.size() - 1; i >= 0; i--) { // what is let go before the end was taken a short while ago
            if (taken.get(i) == storage) {
                Storage last = taken.remove(taken.size() - 1);
                if (last != storage) {
                    taken.set(i, last);
                }
                engine.pool().give(storage);
                return;
            }
        }
    }

    /** Memory that lives as long as this pass. */
    Storage kept(int length) {
        return allocate(Shape.of(length)).storage();
    }

    /** Makes memory part of this pass, to be recycled with it. */
    void adopt(Storage storage) {
        taken.add(storage);
    }

    @Override
    public Storage borrow(int length) {
        return engine.pool().take(length);
    }

    @Override
    public void giveBack(Storage storage) {
        engine.pool().give(storage);
    }

    @Override
    public int threads() {
        return engine.workers().threads();
    }

    @Override
    public void split(long work, int count, Range range) {
        engine.workers().split(work, count, range);
    }

    @Override
    public void ran(long rows) {
        engine.workers().ran(rows);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        tape.clear();
        pinned.forEach(Store::unpin);
        pinned.clear();
        spent.clear();
        overwritten.clear();
        taken.forEach(engine.pool()::give);
        taken.clear();
    }

    @Override
    public String toString() {
        return name;
    }
}
