package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides where every value is stored. What a program alone uses stays in its block; what the next step, another program or a product
 * reads gets rows in memory, and keeps them for all steps if something before or after the loop reads it too. Operands of products that
 * are to be merged stand side by side.
 */
final class Layout {
    private final Schedule schedule;
    private final Fusion fusion;
    private final Results results;
    private final Memory carriedMemory;
    private final Function<Value, Place> kept;
    private final Map<Value, Place> places = new HashMap<>();
    private final ByValue<Memory> needs = new ByValue<>();
    private final Map<Value, Value> inPlaceOf = new HashMap<>();
    private final List<Buffer> buffers = new ArrayList<>();
    private final List<Buffer> carried = new ArrayList<>();

    /**
     * Places all values of a schedule.
     *
     * @param carriedMemory {@link Memory#CARRIED} or {@link Memory#TURNS}
     * @param kept where the step forwards has left a kept value
     */
    Layout(Schedule schedule, Fusion fusion, Results results, Memory carriedMemory, Function<Value, Place> kept) {
        this.schedule = schedule;
        this.fusion = fusion;
        this.results = results;
        this.carriedMemory = carriedMemory;
        this.kept = kept;
        placeCarried();
        for (Value value : schedule.inOrder()) {
            needs.put(value, needOf(value));
        }
        schedule.inOrder().forEach(this::chooseInPlace);
        Adjacency.groups(wantedTogether()).forEach(this::placeTogether);
        schedule.inOrder().forEach(this::place);
    }

    /** Where a stored value is. */
    Place place(Value value) {
        Place known = places.get(value);
        if (known == null) {
            known = newPlace(value);
            places.put(value, known);
        }
        return known;
    }

    /**
     * How a value is reached, through its views.
     *
     * @param blockOffset place of its block, if it is in one
     */
    Access access(Value value, int blockOffset) {
        View view = View.of(value);
        Value base = view.base();
        Place place = place(base);
        boolean block = place.buffer().memory() == Memory.BLOCK;
        return new Access(
                place.buffer(),
                base.origin() instanceof Origin.Kept,
                place.moment(),
                (block ? blockOffset : place.offset()) + view.offset(),
                base.ofRows() ? place.buffer().width() : 0,
                view.sizes(),
                view.strides());
    }

    /** All buffers but those of blocks, which are the programs' own. */
    List<Buffer> buffers() {
        return buffers;
    }

    /** The buffers of what is carried, in order. */
    List<Buffer> carried() {
        return carried;
    }

    boolean isBlock(Value value) {
        return place(value).buffer().memory() == Memory.BLOCK;
    }

    // ---- what is carried ----

    private void placeCarried() {
        for (Value next : results.next()) {
            Buffer buffer = add(carriedMemory, next.width(), null);
            carried.add(buffer);
            places.put(next, new Place(buffer, Place.Moment.NOW, 0));
        }
    }

    private Buffer add(Memory memory, int width, @Nullable Value given) {
        Buffer buffer = new Buffer(buffers.size(), memory, width, given);
        buffers.add(buffer);
        return buffer;
    }

    // ---- how long a value is needed ----

    private Memory needOf(Value value) {
        Phase phase = schedule.phase(value);
        if (value.operands().isEmpty() || places.containsKey(value) || fusion.isAbsorbed(value)) {
            return Memory.BLOCK; // placed elsewhere, or nowhere
        }
        if (phase == Phase.SHARED || phase == Phase.FINALLY) {
            return Memory.SHARED;
        }
        if (phase == Phase.ROWS) {
            return Memory.ROWS;
        }
        boolean products = value.origin() instanceof Origin.Products;
        boolean outlives = schedule.isResult(value);
        boolean leaves = products;
        for (Value reader : schedule.readers(value)) {
            if (reader.origin() instanceof Origin.Products sum) {
                leaves = true;
                outlives |= phase != Phase.LOOP || readBefore(value, reader, sum);
            } else if (!(reader.origin() instanceof Origin.OverSteps) && schedule.phase(reader) != phase) {
                outlives = true;
            } else if (!(reader.origin() instanceof Origin.OverSteps)
                    && (products || schedule.level(reader) != schedule.level(value))) {
                leaves = true;
                outlives |= phase != Phase.LOOP;
            }
        }
        if (value.origin() instanceof Origin.Products sum) {
            outlives |= phase != Phase.LOOP || startsBefore(value, sum);
        }
        return outlives ? Memory.STEPS : leaves ? Memory.ROWS : Memory.BLOCK;
    }

    private boolean readBefore(Value value, Value reader, Origin.Products sum) {
        return schedule.phase(reader) != schedule.phase(value)
                || sum.terms().stream()
                        .anyMatch(term ->
                                View.of(term.left()).base() == value && schedule.termPhase(reader, term) != Phase.LOOP);
    }

    private boolean startsBefore(Value value, Origin.Products sum) {
        return sum.terms().stream().anyMatch(term -> schedule.termPhase(value, term) == Phase.BEFORE);
    }

    // ---- in place ----

    /** Lets an elementwise operation write over an operand that nobody else reads, and a sum of products over what it starts from. */
    private void chooseInPlace(Value value) {
        if (value.origin() instanceof Origin.Products products) {
            for (Value start : products.start()) {
                if (mayBeOverwritten(start, value) && schedule.phase(start) == schedule.phase(value)) {
                    inPlaceOf.put(start, value);
                }
            }
            return;
        }
        boolean inMemory = needs.of(value) == Memory.STEPS || needs.of(value) == Memory.ROWS;
        if (!inMemory || schedule.phase(value) == Phase.ROWS || !isElementwise(value)) {
            return;
        }
        Fusion.Fused fused = fusion.of(value);
        for (Value operand : fused == null ? value.operands() : fused.operands()) {
            Memory need = needs.of(View.of(operand).base());
            if ((need == Memory.STEPS || need == Memory.ROWS)
                    && mayBeOverwritten(operand, value)
                    && schedule.phase(operand) == schedule.phase(value)) {
                inPlaceOf.put(value, operand);
                if (needs.of(value) == Memory.STEPS) {
                    needs.put(operand, Memory.STEPS);
                }
                return;
            }
        }
    }

    private boolean mayBeOverwritten(Value operand, Value reader) {
        return operand.shape().equals(reader.shape())
                && View.of(operand).base() == operand
                && !operand.operands().isEmpty()
                && !places.containsKey(operand)
                && !fusion.isAbsorbed(operand)
                && !inPlaceOf.containsKey(operand)
                && schedule.readers(operand).size() == 1
                && !schedule.isResult(operand);
    }

    private static boolean isElementwise(Value value) {
        return value.origin() instanceof Origin.Computed computed
                && RowWise.ELEMENTWISE.contains(computed.operation().getClass());
    }

    // ---- side by side ----

    private List<Set<Value>> wantedTogether() {
        Map<Object, Set<Value>> byLeft = new LinkedHashMap<>();
        Map<Object, Set<Value>> bySum = new LinkedHashMap<>();
        for (ProductGroup.Entry entry : entries(schedule)) {
            Origin.Term term = entry.term();
            List<Object> moment = List.of(
                    schedule.termPhase(entry.sum(), term),
                    schedule.termLevel(entry.sum(), entry.index()),
                    term.weight().transposed());
            if (!places.containsKey(entry.sum())) {
                byLeft.computeIfAbsent(List.of(moment, entry.left()), key -> new LinkedHashSet<>())
                        .add(entry.sum());
            }
            Value left = entry.left().base();
            if (entry.left().isWhole() && isFree(left)) {
                bySum.computeIfAbsent(List.of(moment, entry.sum()), key -> new LinkedHashSet<>())
                        .add(left);
            }
        }
        List<Set<Value>> wanted = new ArrayList<>();
        byLeft.values().stream().filter(set -> set.size() > 1).forEach(wanted::add);
        bySum.values().stream().filter(set -> set.size() > 1).forEach(wanted::add);
        return wanted;
    }

    private boolean isFree(Value value) {
        return !value.operands().isEmpty() && !places.containsKey(value) && !inPlaceOf.containsKey(value);
    }

    /** All terms of all sums of products, in order. */
    static List<ProductGroup.Entry> entries(Schedule schedule) {
        List<ProductGroup.Entry> entries = new ArrayList<>();
        for (Value value : schedule.inOrder()) {
            if (value.origin() instanceof Origin.Products products) {
                for (int i = 0; i < products.terms().size(); i++) {
                    entries.add(new ProductGroup.Entry(value, i));
                }
            }
        }
        return entries;
    }

    private void placeTogether(List<Value> group) {
        Memory memory = Memory.ROWS;
        Set<Phase> phases = new HashSet<>();
        int width = 0;
        for (Value value : group) {
            phases.add(schedule.phase(value));
            width += value.width();
            if (needs.of(value) == Memory.STEPS) {
                memory = Memory.STEPS;
            }
        }
        if (phases.size() > 1) {
            memory = Memory.STEPS;
        }
        if (phases.contains(Phase.ROWS) && phases.size() > 1) {
            return; // never side by side: one is written once for a row, the other at every step
        }
        Buffer buffer = add(memory, width, null);
        int offset = 0;
        for (Value value : group) {
            places.put(value, new Place(buffer, Place.Moment.NOW, offset));
            offset += value.width();
        }
    }

    // ---- everything else ----

    private Place newPlace(Value value) {
        Value under = inPlaceOf.get(value);
        if (under != null) {
            return place(under);
        }
        Origin origin = value.origin();
        if (origin instanceof Origin.Carried leaf) {
            return new Place(carried.get(leaf.index()), Place.Moment.BEFORE_STEP, 0);
        }
        if (origin instanceof Origin.Kept) {
            return kept.apply(value);
        }
        Memory memory = memoryOf(value);
        if (memory == Memory.BLOCK) {
            return new Place(new Buffer(-1, Memory.BLOCK, value.width(), null), Place.Moment.NOW, 0);
        }
        boolean given = value.operands().isEmpty();
        return new Place(add(memory, value.width(), given ? value : null), Place.Moment.NOW, 0);
    }

    private Memory memoryOf(Value value) {
        Origin origin = value.origin();
        if (origin instanceof Origin.Known || origin instanceof Origin.Constant) {
            return Memory.SHARED;
        }
        if (origin instanceof Origin.PerRow || origin instanceof Origin.OverSteps) {
            return Memory.ROWS;
        }
        if (origin instanceof Origin.PerStep) {
            return Memory.STEPS;
        }
        return needs.of(value);
    }
}
