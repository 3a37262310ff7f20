package dev.tendril.tensor;

import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Unary;
import dev.tendril.tensor.operation.Affine;
import dev.tendril.tensor.operation.Append;
import dev.tendril.tensor.operation.Argmax;
import dev.tendril.tensor.operation.Array;
import dev.tendril.tensor.operation.Combine;
import dev.tendril.tensor.operation.Concat;
import dev.tendril.tensor.operation.CrossEntropy;
import dev.tendril.tensor.operation.Detach;
import dev.tendril.tensor.operation.Expand;
import dev.tendril.tensor.operation.Flatten;
import dev.tendril.tensor.operation.GreaterThanNumber;
import dev.tendril.tensor.operation.HeadScores;
import dev.tendril.tensor.operation.HeadSums;
import dev.tendril.tensor.operation.LayerNorm;
import dev.tendril.tensor.operation.LogSoftmax;
import dev.tendril.tensor.operation.LookUp;
import dev.tendril.tensor.operation.MapEach;
import dev.tendril.tensor.operation.MaskedSoftmax;
import dev.tendril.tensor.operation.MatMul;
import dev.tendril.tensor.operation.Max;
import dev.tendril.tensor.operation.Operation;
import dev.tendril.tensor.operation.Pick;
import dev.tendril.tensor.operation.Project;
import dev.tendril.tensor.operation.Reshape;
import dev.tendril.tensor.operation.Select;
import dev.tendril.tensor.operation.SelectElse;
import dev.tendril.tensor.operation.Slice;
import dev.tendril.tensor.operation.Softmax;
import dev.tendril.tensor.operation.Squeeze;
import dev.tendril.tensor.operation.Steps;
import dev.tendril.tensor.operation.Sum;
import dev.tendril.tensor.operation.SumAll;
import dev.tendril.tensor.operation.Transpose;
import dev.tendril.tensor.operation.Unsqueeze;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The engine's tensors: every method names an {@link Operation} and leaves it to the pass of its operands. */
abstract sealed class EngineTensor implements Tensor permits PassTensor, EngineParameter, Remembered {
    private final TendrilEngine engine;
    private final @Nullable Scope scope;
    private final Shape shape;

    EngineTensor(TendrilEngine engine, @Nullable Scope scope, Shape shape) {
        this.engine = engine;
        this.scope = scope;
        this.shape = shape;
    }

    /**
     * Reads the numbers, which stay as they are meanwhile.
     *
     * @throws IllegalStateException if the pass is closed, or there are none
     */
    abstract <R> R read(Function<Array, R> reader);

    /** The numbers, to be computed with in a pass that lives longer than the computation. */
    abstract Array numbers(EagerPass pass);

    static EngineTensor of(Tensor tensor) {
        if (tensor instanceof EngineTensor ours) {
            return ours;
        }
        throw new IllegalArgumentException(
                "a tensor of class " + tensor.getClass().getName() + " is not of this engine");
    }

    TendrilEngine engine() {
        return engine;
    }

    @Nullable
    Scope scope() {
        return scope;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Precision precision() {
        return engine.precision();
    }

    @Override
    public boolean attached() {
        return scope != null;
    }

    @Override
    public Pass pass() {
        if (scope == null) {
            throw new IllegalStateException(this + " belongs to no pass; Pass.attach takes it into one");
        }
        return scope;
    }

    @Override
    public double[] toDoubles() {
        return read(array -> array.storage().toDoubles(array.at(), array.elements()));
    }

    @Override
    public float[] toFloats() {
        return read(array -> array.storage().toFloats(array.at(), array.elements()));
    }

    @Override
    public double sumOfSquares() {
        return read(array -> Squares.sum(engine, array));
    }

    @Override
    public Tensor copy() {
        return PassTensor.constant(engine, read(engine::copied));
    }

    @Override
    public Tensor detach() {
        return scope == null ? this : one(new Detach());
    }

    static EngineTensor apply(Operation operation, @Nullable Ids ids, Tensor... operands) {
        EngineTensor[] ours = new EngineTensor[operands.length];
        Scope common = ids instanceof EngineIds made ? made.scope() : null;
        for (int i = 0; i < operands.length; i++) {
            ours[i] = of(operands[i]);
            common = joined(operation, common, ours[i].scope);
        }
        if (common == null) {
            throw new IllegalStateException(operation + " on " + ours[0]
                    + ": no operand belongs to a pass; take one into a pass with Pass.attach");
        }
        return common.apply(operation, ids, ours);
    }

    private static @Nullable Scope joined(Operation operation, @Nullable Scope first, @Nullable Scope second) {
        if (first != null && second != null && first != second) {
            throw new IllegalStateException(operation + " mixes tensors of " + first + " and " + second
                    + "; copy() takes a tensor out of its pass");
        }
        return first == null ? second : first;
    }

    private EngineTensor one(Operation operation) {
        return apply(operation, null, this);
    }

    private EngineTensor two(Operation operation, Tensor other) {
        return apply(operation, null, this, other);
    }

    @Override
    public Tensor affine(double scale, double shift) {
        return one(new Affine(scale, shift));
    }

    @Override
    public Tensor exp() {
        return one(new MapEach(Unary.EXP));
    }

    @Override
    public Tensor log() {
        return one(new MapEach(Unary.LOG));
    }

    @Override
    public Tensor sqrt() {
        return one(new MapEach(Unary.SQRT));
    }

    @Override
    public Tensor reciprocal() {
        return one(new MapEach(Unary.RECIPROCAL));
    }

    @Override
    public Tensor abs() {
        return one(new MapEach(Unary.ABS));
    }

    @Override
    public Tensor sigmoid() {
        return one(new MapEach(Unary.SIGMOID));
    }

    @Override
    public Tensor tanh() {
        return one(new MapEach(Unary.TANH));
    }

    @Override
    public Tensor relu() {
        return one(new MapEach(Unary.RELU));
    }

    @Override
    public Tensor sin() {
        return one(new MapEach(Unary.SIN));
    }

    @Override
    public Tensor cos() {
        return one(new MapEach(Unary.COS));
    }

    @Override
    public Tensor plus(Tensor other) {
        return two(new Combine(Binary.PLUS), other);
    }

    @Override
    public Tensor minus(Tensor other) {
        return two(new Combine(Binary.MINUS), other);
    }

    @Override
    public Tensor times(Tensor other) {
        return two(new Combine(Binary.TIMES), other);
    }

    @Override
    public Tensor dividedBy(Tensor other) {
        return two(new Combine(Binary.DIVIDE), other);
    }

    @Override
    public Tensor maximum(Tensor other) {
        return two(new Combine(Binary.MAXIMUM), other);
    }

    @Override
    public Tensor minimum(Tensor other) {
        return two(new Combine(Binary.MINIMUM), other);
    }

    @Override
    public Tensor greaterThan(Tensor other) {
        return two(new Combine(Binary.GREATER), other);
    }

    @Override
    public Tensor greaterThan(double number) {
        return one(new GreaterThanNumber(number));
    }

    @Override
    public Tensor select(Tensor whenTrue, Tensor whenFalse) {
        return apply(new Select(), null, this, whenTrue, whenFalse);
    }

    @Override
    public Tensor select(Tensor whenTrue, double whenFalse) {
        return two(new SelectElse(whenFalse), whenTrue);
    }

    @Override
    public Tensor matmul(Tensor other) {
        return two(
                other.shape().rank() == 2 && shape.rank() >= 2 ? new Project(false) : new MatMul(false, false), other);
    }

    @Override
    public Tensor reshape(Shape to) {
        return one(new Reshape(to));
    }

    @Override
    public Tensor flatten(int first, int last) {
        return one(new Flatten(first, last));
    }

    @Override
    public Tensor unsqueeze(int axis) {
        return one(new Unsqueeze(axis));
    }

    @Override
    public Tensor squeeze(int axis) {
        return one(new Squeeze(axis));
    }

    @Override
    public Tensor transpose(int first, int second) {
        return one(new Transpose(first, second));
    }

    @Override
    public Tensor slice(int axis, int from, int to) {
        return one(new Slice(axis, from, to));
    }

    @Override
    public Tensor expand(Shape to) {
        return one(new Expand(to));
    }

    @Override
    public Tensor concat(int axis, Tensor... others) {
        Tensor[] all = new Tensor[others.length + 1];
        all[0] = this;
        System.arraycopy(others, 0, all, 1, others.length);
        return apply(new Concat(axis), null, all);
    }

    @Override
    public Tensor append(Tensor step) {
        return two(new Append(), step);
    }

    @Override
    public Tensor sum() {
        return one(new SumAll());
    }

    @Override
    public Tensor sum(int axis) {
        return one(new Sum(axis));
    }

    @Override
    public Tensor max(int axis) {
        return one(new Max(axis));
    }

    @Override
    public Ids argmax(int axis) {
        return ((Scope) pass()).applyIds(new Argmax(axis), this);
    }

    @Override
    public Tensor rows(Ids ids) {
        return apply(new LookUp(), ids, this);
    }

    @Override
    public Tensor pick(Ids ids) {
        return apply(new Pick(), ids, this);
    }

    @Override
    public Tensor steps(Ids positions) {
        return apply(new Steps(), positions, this);
    }

    @Override
    public Tensor linear(Tensor weight) {
        return two(new Project(true), weight);
    }

    @Override
    public Tensor linear(Tensor weight, Tensor bias) {
        return apply(new Project(true), null, this, weight, bias);
    }

    @Override
    public Tensor softmax() {
        return one(new Softmax());
    }

    @Override
    public Tensor logSoftmax() {
        return one(new LogSoftmax());
    }

    @Override
    public Tensor maskedSoftmax(Tensor mask) {
        return two(new MaskedSoftmax(1, false), mask);
    }

    @Override
    public Tensor attentionWeights(Tensor keys, Tensor mask, int heads, boolean causal) {
        EngineTensor scores = two(new HeadScores(heads), keys); // [..., H, T, S]
        Tensor perHead = mask.shape().rank() < 2 ? mask : mask.unsqueeze(-3);
        double size = (double) shape.size(-1) / heads;
        return scores.two(new MaskedSoftmax(1 / Math.sqrt(size), causal), perHead);
    }

    @Override
    public Tensor attentionContext(Tensor values) {
        return two(new HeadSums(false), values);
    }

    @Override
    public Tensor layerNorm(Tensor gain, Tensor bias, double epsilon) {
        return apply(new LayerNorm(epsilon), null, this, gain, bias);
    }

    @Override
    public Tensor crossEntropy(Ids targets, Tensor weights, double smoothing) {
        return apply(new CrossEntropy(smoothing), targets, this, weights);
    }
}
