package dev.tendril.tensor.operation;

import static dev.tendril.tensor.kernel.Binary.ABS_GRADIENT;
import static dev.tendril.tensor.kernel.Binary.DIVIDE;
import static dev.tendril.tensor.kernel.Binary.GREATER;
import static dev.tendril.tensor.kernel.Binary.RECIPROCAL_GRADIENT;
import static dev.tendril.tensor.kernel.Binary.RELU_GRADIENT;
import static dev.tendril.tensor.kernel.Binary.SIGMOID_GRADIENT;
import static dev.tendril.tensor.kernel.Binary.SQRT_GRADIENT;
import static dev.tendril.tensor.kernel.Binary.TANH_GRADIENT;
import static dev.tendril.tensor.kernel.Binary.TIMES;
import static java.util.Map.entry;

import dev.tendril.tensor.kernel.Binary;
import dev.tendril.tensor.kernel.Unary;
import java.util.List;
import java.util.Map;

/**
 * The gradient of every operation. A rule adds to the gradients of its operands, given {@code at}: the operands x, the output y and
 * the gradient g with respect to y.
 */
public final class GradientRules {
    private GradientRules() {}

    /** The gradient of one kind of operation. */
    @FunctionalInterface
    interface Rule<O> {
        void apply(O operation, Backstep at);
    }

    private static final Map<Class<? extends Operation>, Rule<Operation>> TABLE = Map.ofEntries(
            rule(Affine.class, (o, at) -> at.give(0, new Affine(o.scale(), 0), at.g())),
            rule(Append.class, GradientRules::append),
            rule(Combine.class, (o, at) -> combine(o.function(), at)),
            rule(Concat.class, GradientRules::concat),
            rule(CrossEntropy.class, GradientRules::crossEntropy),
            rule(Custom.class, GradientRules::custom),
            rule(Expand.class, (o, at) -> at.pass(0, at.g())),
            rule(Flatten.class, (o, at) -> at.pass(0, at.reshaped(at.g(), at.shape(0)))),
            rule(HeadScores.class, GradientRules::headScores),
            rule(HeadSums.class, GradientRules::headSums),
            rule(LayerNorm.class, GradientRules::layerNorm),
            rule(LogSoftmax.class, (o, at) -> at.give(0, new LogSoftmaxGradient(), at.g(), at.y())),
            rule(LookUp.class, (o, at) -> at.give(0, new LookUpGradient(at.shape(0)), at.g(), at.operand(1))),
            rule(MapEach.class, (o, at) -> map(o.function(), at)),
            rule(MaskedSoftmax.class, (o, at) -> at.give(0, new SoftmaxGradient(o.scale()), at.g(), at.y())),
            rule(MatMul.class, GradientRules::matMul),
            rule(Max.class, (o, at) -> at.give(0, new MaxGradient(o.axis()), at.g(), at.operand(0))),
            rule(Pick.class, (o, at) -> at.give(0, new PickGradient(at.shape(0)), at.g(), at.operand(1))),
            rule(Project.class, GradientRules::project),
            rule(Reshape.class, (o, at) -> at.pass(0, at.reshaped(at.g(), at.shape(0)))),
            rule(Select.class, GradientRules::select),
            rule(SelectElse.class, (o, at) -> at.give(1, new SelectElse(0), at.operand(0), at.g())),
            rule(Slice.class, (o, at) -> at.give(0, new PadSlice(o.axis(), o.from(), at.shape(0)), at.g())),
            rule(Softmax.class, (o, at) -> at.give(0, new SoftmaxGradient(1), at.g(), at.y())),
            rule(Squeeze.class, (o, at) -> at.pass(0, at.reshaped(at.g(), at.shape(0)))),
            rule(Steps.class, (o, at) -> at.give(0, new StepsGradient(at.shape(0)), at.g(), at.operand(1))),
            rule(Sum.class, (o, at) -> at.give(0, new Expand(at.shape(0)), kept(at.g(), o.axis(), at))),
            rule(SumAll.class, (o, at) -> at.give(0, new Expand(at.shape(0)), at.g())),
            rule(Transpose.class, (o, at) -> at.give(0, o, at.g())),
            rule(Unsqueeze.class, (o, at) -> at.pass(0, at.reshaped(at.g(), at.shape(0)))));

    /** Adds an operation's gradients; does nothing for operations without any. */
    public static void apply(Operation operation, Backstep at) {
        Rule<Operation> rule = TABLE.get(operation.getClass());
        if (rule != null) {
            rule.apply(operation, at);
        }
    }

    /** Whether gradients pass through an operation. */
    public static boolean differentiable(Operation operation) {
        return TABLE.containsKey(operation.getClass())
                && !(operation instanceof Combine combine && combine.function() == GREATER);
    }

    private static void map(Unary function, Backstep at) {
        switch (function) {
            case EXP -> at.give(0, new Combine(TIMES), at.g(), at.y());
            case LOG -> at.give(0, new Combine(DIVIDE), at.g(), at.operand(0));
            case SQRT -> at.give(0, new Combine(SQRT_GRADIENT), at.g(), at.y());
            case RECIPROCAL -> at.give(0, new Combine(RECIPROCAL_GRADIENT), at.g(), at.y());
            case ABS -> at.give(0, new Combine(ABS_GRADIENT), at.g(), at.operand(0));
            case SIGMOID -> at.give(0, new Combine(SIGMOID_GRADIENT), at.g(), at.y());
            case TANH -> at.give(0, new Combine(TANH_GRADIENT), at.g(), at.y());
            case RELU -> at.give(0, new Combine(RELU_GRADIENT), at.g(), at.y());
            case SIN -> at.give(0, new Combine(TIMES), at.g(), at.run(new MapEach(Unary.COS), at.operand(0)));
            case COS ->
                at.give(0, new Combine(TIMES), negative(at.g(), at), at.run(new MapEach(Unary.SIN), at.operand(0)));
        }
    }

    private static void combine(Binary function, Backstep at) {
        switch (function) {
            case PLUS -> both(at, at.g(), at.g());
            case MINUS -> {
                at.pass(0, at.g());
                at.give(1, new Affine(-1, 0), at.g());
            }
            case TIMES -> {
                at.give(0, new Combine(TIMES), at.g(), at.operand(1));
                at.give(1, new Combine(TIMES), at.g(), at.operand(0));
            }
            case DIVIDE -> {
                at.give(0, new Combine(DIVIDE), at.g(), at.operand(1));
                if (at.needs(1)) {
                    Operand slope = at.run(new Combine(DIVIDE), at.y(), at.operand(1));
                    at.give(1, new Combine(TIMES), negative(at.g(), at), slope);
                }
            }
            case MAXIMUM -> chosen(at, at.run(new Combine(GREATER), at.operand(1), at.operand(0)));
            case MINIMUM -> chosen(at, at.run(new Combine(GREATER), at.operand(0), at.operand(1)));
            default -> {} // comparisons have no gradient; gradients of functions are not recorded
        }
    }

    /** g to the first operand where the second was not chosen, else to the second. */
    private static void chosen(Backstep at, Operand second) {
        at.give(0, new Select(), second, at.zero(), at.g());
        at.give(1, new Select(), second, at.g(), at.zero());
    }

    private static void both(Backstep at, Operand first, Operand second) {
        at.pass(0, first);
        at.pass(1, second);
    }

    private static void select(Select operation, Backstep at) {
        at.give(1, operation, at.operand(0), at.g(), at.zero());
        at.give(2, operation, at.operand(0), at.zero(), at.g());
    }

    private static void project(Project operation, Backstep at) {
        boolean transposed = operation.transposed();
        at.give(0, new Project(!transposed), at.g(), at.operand(1));
        at.give(1, new Contract(), transposed ? at.g() : at.operand(0), transposed ? at.operand(0) : at.g());
        if (at.operands() == 3) {
            at.pass(2, at.g());
        }
    }

    private static void matMul(MatMul operation, Backstep at) {
        boolean left = operation.transposeLeft();
        boolean right = operation.transposeRight();
        if (left) {
            at.give(0, new MatMul(right, true), at.operand(1), at.g());
        } else {
            at.give(0, new MatMul(false, !right), at.g(), at.operand(1));
        }
        if (right) {
            at.give(1, new MatMul(true, left), at.g(), at.operand(0));
        } else {
            at.give(1, new MatMul(!left, false), at.operand(0), at.g());
        }
    }

    private static void headScores(HeadScores operation, Backstep at) {
        at.give(0, new HeadSums(false), at.g(), at.operand(1));
        at.give(1, new HeadSums(true), at.g(), at.operand(0));
    }

    private static void headSums(HeadSums operation, Backstep at) {
        Operand weights = at.operand(0);
        Operand rows = at.operand(1);
        HeadScores products = new HeadScores(weights.shape().size(-3));
        at.give(0, products, operation.transposed() ? rows : at.g(), operation.transposed() ? at.g() : rows);
        at.give(1, new HeadSums(!operation.transposed()), weights, at.g());
    }

    private static void append(Append operation, Backstep at) {
        int steps = at.shape(0).size(1);
        at.give(0, new Slice(1, 0, steps), at.g());
        if (at.needs(1)) {
            at.put(1, at.reshaped(at.run(new Slice(1, steps, steps + 1), at.g()), at.shape(1)));
        }
    }

    private static void concat(Concat operation, Backstep at) {
        int from = 0;
        for (int i = 0; i < at.operands(); i++) {
            int to = from + at.shape(i).size(operation.axis());
            at.give(i, new Slice(operation.axis(), from, to), at.g());
            from = to;
        }
    }

    private static void crossEntropy(CrossEntropy operation, Backstep at) {
        Operand[] operands = {at.operand(0), at.operand(1), at.operand(2), at.g()};
        at.give(1, new CrossEntropyWeightGradient(operation.smoothing()), operands);
        at.giveOver(0, new CrossEntropyGradient(operation.smoothing()), operands); // last: it may write over the logits
    }

    private static void layerNorm(LayerNorm operation, Backstep at) {
        at.give(0, new LayerNormGradient(operation.epsilon()), at.g(), at.operand(0), at.operand(1));
        at.give(1, new LayerNormGainGradient(operation.epsilon()), at.g(), at.operand(0));
        at.pass(2, at.g());
    }

    private static void custom(Custom operation, Backstep at) {
        List<? extends Operand> gradients = at.gradients(operation);
        for (int i = 0; i < gradients.size(); i++) {
            at.put(i, gradients.get(i));
        }
    }

    /** g with the axis that was summed over put back, of size 1. */
    private static Operand kept(Operand g, int axis, Backstep at) {
        return at.reshaped(g, at.shape(0).with(axis, 1));
    }

    private static Operand negative(Operand g, Backstep at) {
        return at.run(new Affine(-1, 0), g);
    }

    @SuppressWarnings("unchecked")
    private static <O extends Operation> Map.Entry<Class<? extends Operation>, Rule<Operation>> rule(
            Class<O> kind, Rule<O> rule) {
        return entry(kind, (operation, at) -> rule.apply((O) operation, at));
    }
}
