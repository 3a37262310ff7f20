package dev.tendril.tensor.plan;

import dev.tendril.tensor.plan.ProductCall.Start;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Merges the products of one level into as few calls as their operands' places allow. */
final class ProductStage {
    private final Function<Value, Access> access;
    private final boolean anyOrder;
    private final Set<Value> begun = new HashSet<>();
    private final Set<Value> prefilled = new HashSet<>();

    /**
     * Merges products level after level.
     *
     * @param access where a value is
     * @param anyOrder whether terms of a sum may be added in the order in which their operands lie
     */
    ProductStage(Function<Value, Access> access, boolean anyOrder) {
        this.access = access;
        this.anyOrder = anyOrder;
    }

    /**
     * The calls of a level.
     *
     * @param calls in order
     * @param prefilled sums whose start the program before has to write where they go
     */
    record Calls(List<ProductCall> calls, List<Value> prefilled) {}

    /** The calls for some terms of one phase and level; levels in the order in which they run. */
    Calls calls(List<ProductGroup.Entry> entries) {
        prefilled.clear();
        List<List<ProductGroup.Entry>> merged = anyOrder
                ? behindOneAnother(entries)
                : entries.stream().map(List::of).toList();
        List<List<ProductGroup.Entry>> alone =
                merged.stream().filter(group -> group.size() == 1).toList();
        List<ProductCall> calls = new ArrayList<>();
        List<List<ProductGroup.Entry>> beside =
                besideOneAnother(alone.stream().map(group -> group.get(0)).toList());
        beside.forEach(group -> calls.add(besideCall(group)));
        merged.stream().filter(group -> group.size() > 1).forEach(group -> calls.add(behindCall(group)));
        return new Calls(calls, List.copyOf(prefilled));
    }

    // ---- terms of one sum ----

    /** Terms that add up to the same value and whose operands lie side by side. */
    private List<List<ProductGroup.Entry>> behindOneAnother(List<ProductGroup.Entry> entries) {
        Map<Object, List<ProductGroup.Entry>> bySum = new LinkedHashMap<>();
        for (ProductGroup.Entry entry : entries) {
            bySum.computeIfAbsent(List.of(entry.sum(), entry.weight().transposed()), key -> new ArrayList<>())
                    .add(entry);
        }
        List<List<ProductGroup.Entry>> groups = new ArrayList<>();
        for (List<ProductGroup.Entry> terms : bySum.values()) {
            groups.addAll(
                    Neighbours.runs(terms, entry -> access.apply(entry.term().left())));
        }
        return groups;
    }

    private ProductCall behindCall(List<ProductGroup.Entry> group) {
        Value sum = group.get(0).sum();
        Access first = access.apply(group.get(0).term().left());
        Panel panel = new Panel(group.stream().map(ProductGroup.Entry::weight).toList(), false);
        Access left = first.through(new int[] {panel.inner()}, new int[] {1});
        return single(sum, left, panel);
    }

    // ---- terms of one operand ----

    /** Terms that read the same value and whose sums lie side by side. */
    private List<List<ProductGroup.Entry>> besideOneAnother(List<ProductGroup.Entry> entries) {
        Map<Object, List<ProductGroup.Entry>> byLeft = new LinkedHashMap<>();
        for (ProductGroup.Entry entry : entries) {
            byLeft.computeIfAbsent(List.of(entry.left(), entry.weight().transposed()), key -> new ArrayList<>())
                    .add(entry);
        }
        List<List<ProductGroup.Entry>> groups = new ArrayList<>();
        for (List<ProductGroup.Entry> terms : byLeft.values()) {
            groups.addAll(Neighbours.runs(terms, entry -> access.apply(entry.sum())));
        }
        return groups;
    }

    private ProductCall besideCall(List<ProductGroup.Entry> group) {
        Panel panel = new Panel(group.stream().map(ProductGroup.Entry::weight).toList(), true);
        Access left = access.apply(group.get(0).term().left());
        if (group.size() == 1) {
            return single(group.get(0).sum(), left, panel);
        }
        Access result = access.apply(group.get(0).sum()).through(new int[] {panel.columns()}, new int[] {1});
        List<Value> sums = group.stream().map(ProductGroup.Entry::sum).toList();
        List<Value> fresh = sums.stream().filter(sum -> !hasBegun(sum)).toList();
        String name = name(sums);
        if (fresh.size() == sums.size()) {
            List<Value> biases = sums.stream()
                    .flatMap(sum -> start(sum).stream())
                    .filter(start -> !start.ofRows())
                    .toList();
            if (biases.size() == sums.size()
                    || fresh.stream().allMatch(sum -> start(sum).isEmpty())) {
                begun.addAll(sums);
                Start start = biases.isEmpty() ? Start.ZERO : Start.BIAS;
                return new ProductCall(left, panel, result, start, List.of(), biases, name);
            }
        }
        begun.addAll(sums);
        prefilled.addAll(fresh);
        return new ProductCall(left, panel, result, Start.THERE, List.of(), List.of(), name);
    }

    // ---- both ----

    private ProductCall single(Value sum, Access left, Panel panel) {
        Access result = access.apply(sum);
        boolean there = hasBegun(sum);
        begun.add(sum);
        List<Value> from = start(sum);
        String name = name(List.of(sum));
        if (there) {
            return new ProductCall(left, panel, result, Start.THERE, List.of(), List.of(), name);
        }
        if (from.isEmpty()) {
            return new ProductCall(left, panel, result, Start.ZERO, List.of(), List.of(), name);
        }
        if (!from.get(0).ofRows()) {
            return new ProductCall(left, panel, result, Start.BIAS, List.of(), from, name);
        }
        Access start = access.apply(from.get(0));
        if (!start.isDense()) {
            prefilled.add(sum);
            return new ProductCall(left, panel, result, Start.THERE, List.of(), List.of(), name);
        }
        return new ProductCall(left, panel, result, Start.ROWS, List.of(start), List.of(), name);
    }

    /** Whether something has been added to a sum, or what it starts from lies where it goes. */
    private boolean hasBegun(Value sum) {
        return begun.contains(sum)
                || start(sum).stream()
                        .anyMatch(start -> start.ofRows() && sameRow(access.apply(start), access.apply(sum)));
    }

    private static boolean sameRow(Access one, Access other) {
        return one.buffer() == other.buffer() && one.moment() == other.moment() && one.offset() == other.offset();
    }

    private static List<Value> start(Value sum) {
        return ((Origin.Products) sum.origin()).start();
    }

    private static String name(List<Value> sums) {
        List<String> names = new ArrayList<>();
        sums.forEach(sum -> names.add("v" + sum.number()));
        return String.join(" ", names);
    }
}
