package dev.tendril.tensor.plan;

import static dev.tendril.tensor.kernel.Binary.PLUS;
import static dev.tendril.tensor.kernel.Binary.TIMES;

import dev.tendril.api.tensor.Shape;
import dev.tendril.tensor.operation.Combine;
import dev.tendril.tensor.operation.Concat;
import dev.tendril.tensor.operation.Contract;
import dev.tendril.tensor.operation.MatMul;
import dev.tendril.tensor.operation.PadSlice;
import dev.tendril.tensor.operation.Project;
import dev.tendril.tensor.operation.Reshape;
import dev.tendril.tensor.operation.Slice;
import dev.tendril.tensor.operation.SumTo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings equations into the form that plans are made of: products become sums of products over parts of known matrices, split where
 * their operand is a concatenation; sums over all rows of a sheet become sums over the steps of each row first.
 */
final class Rewriting {
    private final Equations equations;
    private final Uses uses;
    private final boolean backwards;
    private final Copies copies;
    private final Map<Value, Value> rewritten = new HashMap<>();
    private final Map<Value, Boolean> carried = new HashMap<>();
    private final Map<Value, Boolean> ofInput = new HashMap<>();
    private final Map<Value, Integer> depths = new HashMap<>();

    /**
     * Rewrites equations.
     *
     * @param backwards whether what is carried lives for two steps only, so that a product over all steps has to copy it
     */
    Rewriting(Equations equations, Collection<Value> results, boolean backwards) {
        this.equations = equations;
        this.backwards = backwards;
        this.copies = new Copies(equations, backwards);
        this.uses = new Uses(results);
    }

    /** What stands for a value. */
    Value of(Value value) {
        Value known = rewritten.get(value);
        if (known == null) {
            known = rewrite(value);
            rewritten.put(value, known);
        }
        return known;
    }

    List<Value> of(List<Value> values) {
        return values.stream().map(this::of).toList();
    }

    private Value rewrite(Value value) {
        if (value.origin() instanceof Origin.OverSteps sum) {
            return equations.leaf(new Origin.OverSteps(of(sum.value())), value.shape());
        }
        if (!(value.origin() instanceof Origin.Computed computed)) {
            return value;
        }
        if (isPlus(value)) {
            return sum(value);
        }
        List<Origin.Term> terms = terms(value);
        if (terms != null) {
            return products(value.shape(), terms, start(value));
        }
        if (computed.operation() instanceof Project project
                && computed.operands().get(0).ofRows()) {
            return sheetProduct(computed, project);
        }
        if (computed.operands().stream().anyMatch(Value::isSheet) && !value.ofRows()) {
            return overRows(value, computed);
        }
        return equations.apply(
                computed.operation(), copies.readable(computed.operation(), of(computed.operands()), value.shape()));
    }

    /**
     * A sum of products. Its terms are added in an order that does not depend on how much of a network is planned together: what is the
     * same for all steps first, then what depends on the input, at last what depends on the state alone; of each, what takes fewer
     * operations to compute first.
     */
    private Value products(Shape shape, List<Origin.Term> terms, List<Value> start) {
        List<Origin.Term> ordered = terms.stream()
                .sorted(Comparator.<Origin.Term>comparingInt(term -> kind(term.left()))
                        .thenComparingInt(term -> depth(term.left())))
                .toList();
        return equations.leaf(new Origin.Products(ordered, start), shape);
    }

    private int kind(Value value) {
        if (depends(value, leaf -> leaf instanceof Origin.PerStep || leaf instanceof Origin.Kept, ofInput)) {
            return 1;
        }
        return carried(value) ? 2 : 0;
    }

    /** How many operations lead to a value, one after the other. */
    private int depth(Value value) {
        Integer known = depths.get(value);
        if (known == null) {
            known = value.operands().isEmpty()
                    ? 0
                    : 1 + value.operands().stream().mapToInt(this::depth).max().orElse(0);
            depths.put(value, known);
        }
        return known;
    }

    // ---- products ----

    /** The terms of a product of rows and a known matrix, or of a part of its columns; null if it is none. */
    private @Nullable List<Origin.Term> terms(Value value) {
        if (value.isA(Slice.class) && value.operation() instanceof Slice slice) {
            Value whole = value.operands().get(0);
            boolean last = whole.shape().axis(slice.axis()) == whole.shape().rank() - 1;
            if (!last || !slicedOnly(whole)) {
                return null;
            }
            List<Origin.Term> all = terms(whole);
            return all == null || all.isEmpty() || !start(whole).isEmpty()
                    ? null
                    : all.stream()
                            .map(term ->
                                    new Origin.Term(term.left(), term.weight().columns(slice.from(), slice.to())))
                            .toList();
        }
        if (!(value.origin() instanceof Origin.Computed computed)
                || !(computed.operation() instanceof Project project)) {
            return null;
        }
        Value left = computed.operands().get(0);
        Value matrix = computed.operands().get(1);
        if (!left.ofRows() || left.shape().rank() != 2 || matrix.ofRows()) {
            return null;
        }
        List<Origin.Term> terms = new ArrayList<>();
        split(left, Weight.whole(of(matrix), project.transposed()), terms);
        return terms;
    }

    private boolean slicedOnly(Value whole) {
        return !uses.isResult(whole) && uses.users(whole).stream().allMatch(user -> user.isA(Slice.class));
    }

    private void split(Value left, Weight weight, List<Origin.Term> terms) {
        if (!left.isA(Concat.class)) {
            terms.add(new Origin.Term(copies.lasting(of(left)), weight));
            return;
        }
        int from = 0;
        for (Value part : left.operands()) {
            int to = from + part.shape().size(-1);
            split(part, weight.inner(from, to), terms);
            from = to;
        }
    }

    /** The bias of a product. */
    private List<Value> start(Value value) {
        return value.isA(Project.class) && value.operands().size() == 3
                ? List.of(of(value.operands().get(2)))
                : List.of();
    }

    /**
     * A product of sheets and a known matrix: with sums of one element an elementwise product, else a product of every row. A
     * transposed matrix, which is better multiplied with all rows at once, leaves a step without a plan; its gradient needs one.
     */
    private Value sheetProduct(Origin.Computed computed, Project project) {
        Value left = of(computed.operands().get(0));
        Value matrix = of(computed.operands().get(1));
        boolean transposed = project.transposed();
        int inner = matrix.shape().size(transposed ? 1 : 0);
        int columns = matrix.shape().size(transposed ? 0 : 1);
        Value product;
        if (inner == 1) {
            Value row = equations.apply(new Reshape(Shape.of(columns)), matrix);
            product = equations.apply(new Combine(TIMES), left, row);
        } else if (columns == 1 || !transposed || backwards) {
            product = equations.apply(new MatMul(false, transposed), left, copies.matrix(matrix));
        } else {
            throw new NotPlannable("a product over a whole memory stands inside the step");
        }
        return computed.operands().size() < 3
                ? product
                : equations.apply(
                        new Combine(PLUS), product, of(computed.operands().get(2)));
    }

    // ---- sums ----

    private static boolean isPlus(Value value) {
        return value.ofRows()
                && value.isA(Combine.class)
                && value.operation() instanceof Combine combine
                && combine.function() == PLUS;
    }

    private Value sum(Value value) {
        List<Value> summands = new ArrayList<>();
        collect(value, value, summands);
        Value padded = padded(value, summands);
        if (padded != null) {
            return padded;
        }
        List<Origin.Term> terms = new ArrayList<>();
        List<Value> biases = new ArrayList<>();
        List<Value> others = new ArrayList<>();
        int products = 0;
        for (Value summand : summands) {
            List<Origin.Term> more = summand == value || uses.count(summand) > 1 ? null : terms(summand);
            if (more != null
                    && summand.shape().equals(value.shape())
                    && biases.size() + start(summand).size() < 2) {
                terms.addAll(more);
                biases.addAll(start(summand));
                products++;
            } else {
                others.add(summand);
            }
        }
        if (products == 0) {
            return folded(others);
        }
        for (Value other : List.copyOf(others)) {
            boolean vector = !other.ofRows()
                    && other.shape().rank() == 1
                    && other.shape().size(0) == value.shape().size(-1);
            if (vector && biases.isEmpty()) {
                biases.add(of(other));
                others.remove(other);
            }
        }
        if (!others.isEmpty() && biases.isEmpty() && sameShape(others, value) && startFits(others, terms)) {
            return products(value.shape(), terms, List.of(folded(others)));
        }
        Value sum = products(value.shape(), terms, biases);
        for (Value other : others) {
            sum = equations.apply(new Combine(PLUS), sum, of(other));
        }
        return sum;
    }

    private static boolean sameShape(List<Value> values, Value like) {
        return values.stream().allMatch(value -> value.shape().equals(like.shape()));
    }

    /** The summands of nested sums, as far as nobody else reads a partial sum. */
    private void collect(Value value, Value root, List<Value> summands) {
        if (isPlus(value)
                && (value == root || uses.count(value) == 1)
                && value.shape().equals(root.shape())) {
            value.operands().forEach(operand -> collect(operand, root, summands));
        } else {
            summands.add(value);
        }
    }

    private Value folded(List<Value> summands) {
        Value sum = of(summands.get(0));
        for (Value summand : summands.subList(1, summands.size())) {
            sum = equations.apply(new Combine(PLUS), sum, of(summand));
        }
        return sum;
    }

    /** Whether what a sum starts from is there before the first of its products: all of them wait for the loop, or nothing does. */
    private boolean startFits(List<Value> start, List<Origin.Term> terms) {
        return terms.stream().allMatch(term -> carried(term.left()))
                || start.stream().noneMatch(this::carried);
    }

    /** Whether a value depends on what the step before left. */
    boolean carried(Value value) {
        return depends(value, leaf -> leaf instanceof Origin.Carried, carried);
    }

    private static boolean depends(Value value, Predicate<Origin> leaf, Map<Value, Boolean> decided) {
        Boolean known = decided.get(value);
        if (known == null) {
            known = leaf.test(value.origin())
                    || value.operands().stream().anyMatch(operand -> depends(operand, leaf, decided));
            decided.put(value, known);
        }
        return known;
    }

    /** Parts that are each padded with zeros and together fill the whole: a concatenation. Null if they do not. */
    private @Nullable Value padded(Value value, List<Value> summands) {
        int axis = -1;
        List<Value> parts = new ArrayList<>();
        for (Value summand : summands) {
            if (!summand.isA(PadSlice.class) || uses.count(summand) > 1) {
                return null;
            }
            int own = value.shape().axis(((PadSlice) summand.operation()).axis());
            if (axis >= 0 && own != axis) {
                return null;
            }
            axis = own;
            parts.add(summand);
        }
        parts.sort(Comparator.comparingInt(part -> ((PadSlice) part.operation()).from()));
        int covered = 0;
        for (Value part : parts) {
            if (((PadSlice) part.operation()).from() != covered) {
                return null;
            }
            covered += part.operands().get(0).shape().size(axis);
        }
        if (covered != value.shape().size(axis)) {
            return null;
        }
        return equations.apply(
                new Concat(axis),
                parts.stream().map(part -> of(part.operands().get(0))).toList());
    }

    // ---- sums over all rows ----

    /** A sum over all rows of sheets: first over each row's own elements and steps, then over the rows. */
    private Value overRows(Value value, Origin.Computed computed) {
        List<Value> operands = of(computed.operands());
        Value perRow;
        if (computed.operation() instanceof Contract) {
            perRow = equations.apply(
                    new MatMul(true, false), matrices(operands.get(0)), copies.matrix(matrices(operands.get(1))));
        } else {
            perRow = equations.apply(
                    new SumTo(aligned(value.shape(), operands.get(0).shape())), copies.summable(operands.get(0)));
        }
        Value overSteps = equations.leaf(new Origin.OverSteps(perRow), perRow.shape());
        return equations.apply(new SumTo(value.shape()), overSteps);
    }

    /** What rows hold as matrices [..., M] with the last axis kept. */
    private Value matrices(Value value) {
        Shape rows = value.shape().without(-1).without(0);
        Shape shape = Shape.of(
                Value.BATCH, Math.toIntExact(rows.elements()), value.shape().size(-1));
        return value.shape().equals(shape) ? value : equations.apply(new Reshape(shape), copies.dense(value));
    }

    /** The shape that rows of shape {@code from} are summed to for a total of shape {@code to}. */
    private static Shape aligned(Shape to, Shape from) {
        int[] sizes = from.toArray();
        for (int axis = 1; axis < sizes.length; axis++) {
            int own = axis - sizes.length + to.rank();
            sizes[axis] = own < 0 ? 1 : to.size(own);
        }
        return Shape.of(sizes);
    }
}
