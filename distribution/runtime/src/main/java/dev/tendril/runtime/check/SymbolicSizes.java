package dev.tendril.runtime.check;

import dev.tendril.api.InvalidParameter;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Sizes of nested components. Providers compute with numbers; where a size is still a symbol, they are asked with some numbers and the
 * answer is taken to be linear in it, which another number must confirm.
 */
final class SymbolicSizes implements Sizes {
    /** What the first symbol is taken to be, once to find the answer and once to confirm it; further symbols take the next numbers. */
    private static final List<Integer> PROBES = List.of(101, 211);

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
        } catch (NestedProblem further) {
            throw further;
        } catch (RuntimeException failure) {
            throw failed(reference, failure);
        }
    }

    /** A defect of the component itself, not of the one around it. */
    private static NestedProblem failed(ComponentRef<?> reference, RuntimeException failure) {
        return new NestedProblem(reference, Code.COMPONENT_FAILED, "'" + reference.id() + "' failed: " + failure);
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
    public boolean resumable(ComponentRef<Node> reference) {
        return Unchecked.resumable(registry, kindOf(reference), reference);
    }

    @Override
    public Loss loss(ComponentRef<Loss> reference) {
        return Unchecked.loss(registry, reference);
    }

    private Kind kindOf(ComponentRef<Node> reference) {
        return registry.find(Kind.NODE, reference.id()).isPresent() ? Kind.NODE : Kind.HEAD;
    }

    private static Size linear(ComponentRef<?> reference, List<Size> arguments, ToIntFunction<int[]> size) {
        List<String> symbols = arguments.stream()
                .flatMap(argument -> argument.symbols().stream())
                .distinct()
                .sorted()
                .toList();
        try {
            return symbols.isEmpty()
                    ? Size.of(size.applyAsInt(numbers(arguments, Map.of())))
                    : interpolated(reference, symbols, values -> size.applyAsInt(numbers(arguments, values)));
        } catch (InvalidGraph unfit) {
            InvalidGraph.Problem first = unfit.problems().get(0);
            if (symbols.isEmpty() || first.kind() != InvalidGraph.Kind.SIZE_MISMATCH) {
                throw new NestedProblem(reference, TypeInference.codeOf(first.kind()), first.message());
            }
            return whereEqual(arguments, size);
        } catch (InvalidParameter refused) {
            if (!symbols.isEmpty()) {
                return whereEqual(arguments, size);
            }
            throw new NestedProblem(reference, Code.OUT_OF_RANGE, String.valueOf(refused.getMessage()));
        } catch (NestedProblem further) {
            throw further;
        } catch (RuntimeException failure) {
            throw failed(reference, failure);
        }
    }

    /** The polynomial of degree one through the answers. */
    private static Size interpolated(
            ComponentRef<?> reference, List<String> symbols, ToIntFunction<Map<String, Long>> size) {
        Map<String, Long> base = numbers(symbols, PROBES.get(0));
        long origin = size.applyAsInt(base);
        Size result = Size.of(origin);
        for (int i = 0; i < symbols.size(); i++) {
            Map<String, Long> moved = new HashMap<>(base);
            moved.merge(symbols.get(i), 1L, Long::sum);
            long slope = size.applyAsInt(moved) - origin;
            Size variable = Size.symbol(symbols.get(i)).plus(Size.of(-(PROBES.get(0) + i)));
            result = result.plus(variable.times(slope));
        }
        Map<String, Long> other = numbers(symbols, PROBES.get(1));
        if (result.bind(other).value() != size.applyAsInt(other)) {
            throw new NestedProblem(
                    reference,
                    Code.SIZE_MISMATCH,
                    "the output size of '" + reference.id() + "' is not linear in a size that data decides");
        }
        return result;
    }

    /**
     * The size where a component demands that its arguments agree and data decides whether they do: that for the argument which is
     * known. It is checked again once data has given every size.
     */
    private static Size whereEqual(List<Size> arguments, ToIntFunction<int[]> size) {
        Size agreed = arguments.stream().filter(Size::known).findFirst().orElse(arguments.get(arguments.size() - 1));
        if (!agreed.known()) {
            return agreed;
        }
        int[] equal = new int[arguments.size()];
        Arrays.fill(equal, agreed.intValue());
        return Size.of(size.applyAsInt(equal));
    }

    private static int[] numbers(List<Size> arguments, Map<String, Long> values) {
        return arguments.stream()
                .mapToInt(argument -> argument.bind(values).intValue())
                .toArray();
    }

    private static Map<String, Long> numbers(List<String> symbols, int first) {
        Map<String, Long> values = new HashMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            values.put(symbols.get(i), (long) first + i);
        }
        return values;
    }
}
