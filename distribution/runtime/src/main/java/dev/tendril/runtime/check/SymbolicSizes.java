package dev.tendril.runtime.check;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.training.Loss;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.diagnostic.Code;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Sizes of nested components. Providers compute with numbers; where a size is still a symbol, they are asked with some numbers and the
 * answer is taken to be linear in it, which another number must confirm.
 */
final class SymbolicSizes implements Sizes {
    /** Numbers asked with; distinct primes for each argument, so that arguments cannot be confused. */
    private static final int[][] PROBES = {{101, 211}, {103, 223}, {107, 227}};

    private final ComponentRegistry registry;

    SymbolicSizes(ComponentRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Size cell(ComponentRef<Cell<?>> reference, Size inputSize) {
        return linear(reference, List.of(inputSize), sizes -> Unchecked.cellSize(registry, reference, sizes[0], this));
    }

    @Override
    public Size attention(ComponentRef<Attention<?, ?>> reference, Size querySize, Size memorySize) {
        return linear(
                reference,
                List.of(querySize, memorySize),
                sizes -> Unchecked.attentionSize(registry, reference, sizes[0], sizes[1]));
    }

    @Override
    public Size pooling(ComponentRef<Pooling> reference, Size features) {
        return linear(reference, List.of(features), sizes -> Unchecked.poolingSize(registry, reference, sizes[0]));
    }

    @Override
    public PortTypes node(ComponentRef<Node> reference, PortTypes inputs) {
        Kind kind = kindOf(reference);
        requirePorts(kind, reference, inputs);
        try {
            return Unchecked.infer(registry, kind, reference, inputs, this);
        } catch (InvalidGraph unfit) {
            InvalidGraph.Problem first = unfit.problems().get(0);
            throw new NestedProblem(reference, TypeInference.codeOf(first.kind()), first.message());
        }
    }

    private void requirePorts(Kind kind, ComponentRef<Node> reference, PortTypes inputs) {
        List<Port> ports = Unchecked.ports(registry, kind, reference);
        String label = registry.get(kind, reference.id()).label();
        for (Port port : ports) {
            if (port.required() && inputs.find(port.name()).isEmpty()) {
                throw new NestedProblem(
                        reference,
                        Code.MISSING_INPUT,
                        label + " needs input '" + port.name() + "', which the node around it is not given");
            }
        }
        List<String> known = ports.stream().map(Port::name).toList();
        for (String given : inputs.types().keySet()) {
            if (!known.contains(given)) {
                throw new NestedProblem(
                        reference,
                        Code.UNKNOWN_PORT,
                        label + ", as it is set here, has no use for the input '" + given + "' of the node around it");
            }
        }
    }

    @Override
    public void requireStepper(ComponentRef<Node> reference) {
        Kind kind = kindOf(reference);
        if (!Unchecked.stepwise(registry, kind, reference)) {
            throw new NestedProblem(
                    reference,
                    Code.NOT_STEPWISE,
                    registry.get(kind, reference.id()).label()
                            + " cannot go step by step as it is set here, and stands where a sequence is generated");
        }
    }

    @Override
    public Loss loss(ComponentRef<Loss> reference) {
        return Unchecked.loss(registry, reference);
    }

    private Kind kindOf(ComponentRef<Node> reference) {
        return registry.find(Kind.NODE, reference.id()).isPresent() ? Kind.NODE : Kind.HEAD;
    }

    private static Size linear(ComponentRef<?> reference, List<Size> arguments, ToIntFunction<int[]> size) {
        int[] base = numbers(arguments, PROBES[0]);
        long constant = size.applyAsInt(base);
        long[] slopes = new long[base.length];
        for (int i = 0; i < base.length; i++) {
            if (!arguments.get(i).known()) {
                int[] other = base.clone();
                other[i] = PROBES[1][i];
                slopes[i] = (size.applyAsInt(other) - (long) size.applyAsInt(base)) / (other[i] - base[i]);
                constant -= slopes[i] * base[i];
            }
        }
        int[] third = numbers(arguments, PROBES[2]);
        long expected = constant;
        Size result = Size.of(constant);
        for (int i = 0; i < slopes.length; i++) {
            expected += slopes[i] * third[i];
            result = slopes[i] == 0 ? result : result.plus(arguments.get(i).times(slopes[i]));
        }
        if (expected != size.applyAsInt(third)) {
            throw new NestedProblem(
                    reference,
                    Code.SIZE_MISMATCH,
                    "the output size of '" + reference.id() + "' is not linear in a size that data decides");
        }
        return result;
    }

    private static int[] numbers(List<Size> arguments, int[] probe) {
        int[] numbers = new int[arguments.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = arguments.get(i).known() ? arguments.get(i).intValue() : probe[i];
        }
        return numbers;
    }
}
