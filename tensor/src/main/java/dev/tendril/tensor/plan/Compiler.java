package dev.tendril.tensor.plan;

import dev.tendril.api.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a {@link Recurrence} out of equations. */
final class Compiler {
    private final Equations equations;
    private final Schedule schedule;
    private final Fusion fusion;
    private final Layout layout;
    private final ProductStage merging;
    private final Map<Value, Integer> blockOffsets = new HashMap<>();
    private final Set<Value> numbers = new LinkedHashSet<>();

    private Compiler(Equations equations, Results results, Kind kind, Kept kept) {
        this.equations = equations;
        this.schedule = new Schedule(results, kept.oncePerRow(), kind == Kind.BACKWARDS);
        this.fusion = new Fusion(schedule);
        Memory carried = kind == Kind.FORWARDS ? Memory.CARRIED : Memory.TURNS;
        this.layout = new Layout(schedule, fusion, results, carried, kept.place());
        this.merging = new ProductStage(this::access, kind == Kind.BACKWARDS);
    }

    /** Which way a recurrence runs. */
    enum Kind {
        FORWARDS,
        BACKWARDS
    }

    /**
     * What the recurrence forwards has kept.
     *
     * @param oncePerRow whether a kept value is the same at every step
     * @param place where it is
     */
    record Kept(Predicate<Value> oncePerRow, Function<Value, Place> place) {}

    /** Plans a recurrence. */
    static Recurrence compile(Equations equations, Results results, Kind kind, Kept kept) {
        return new Compiler(equations, results, kind, kept).recurrence(results, kind);
    }

    private Recurrence recurrence(Results results, Kind kind) {
        Map<Phase, List<Stage>> stages = new HashMap<>();
        for (Phase phase : List.of(Phase.ROWS, Phase.BEFORE, Phase.LOOP, Phase.AFTER)) {
            stages.put(phase, stages(phase));
        }
        List<Value> shared = new ArrayList<>();
        List<Value> last = new ArrayList<>();
        List<Value> sums = new ArrayList<>();
        for (Value value : schedule.inOrder()) {
            boolean computed = value.origin() instanceof Origin.Computed;
            if (computed && schedule.phase(value) == Phase.SHARED) {
                shared.add(value);
            } else if (computed && schedule.phase(value) == Phase.FINALLY) {
                last.add(value);
            } else if (value.origin() instanceof Origin.OverSteps) {
                sums.add(value);
            }
        }
        Set<Value> leaves = new LinkedHashSet<>(numbers);
        schedule.inOrder().stream().filter(value -> value.operands().isEmpty()).forEach(leaves::add);
        for (Value value : schedule.inOrder()) {
            if (!fusion.isAbsorbed(value) && schedule.phase(value) != Phase.FINALLY) {
                layout.place(value);
            }
        }
        List<Total> totals = Total.of(last, schedule::isPerStep, this::access);
        Recurrence.Parts parts = new Recurrence.Parts(stages, shared, sums, totals, List.copyOf(leaves));
        return new Recurrence(kind, results, parts, schedule, layout);
    }

    // ---- stages ----

    private List<Stage> stages(Phase phase) {
        List<Stage> stages = new ArrayList<>();
        int levels = schedule.levelCount(phase);
        for (int level = 0; level < levels; level++) {
            stages.add(stage(phase, level));
        }
        List<Value> late = accumulated(phase, levels);
        if (!late.isEmpty()) {
            stages.add(new Stage(program(List.of(), List.of(), late), List.of()));
        }
        return stages;
    }

    private Stage stage(Phase phase, int level) {
        List<ProductGroup.Entry> entries = Layout.entries(schedule).stream()
                .filter(entry -> schedule.termPhase(entry.sum(), entry.term()) == phase
                        && schedule.termLevel(entry.sum(), entry.index()) == level)
                .toList();
        List<Value> computed = schedule.inOrder().stream()
                .filter(value -> value.origin() instanceof Origin.Computed
                        && value.ofRows()
                        && schedule.phase(value) == phase
                        && schedule.level(value) == level
                        && !fusion.isAbsorbed(value))
                .toList();
        ProductStage.Calls calls = merging.calls(entries);
        RowProgram program = program(computed, calls.prefilled(), accumulated(phase, level));
        return new Stage(program, calls.calls());
    }

    /** The sums over steps whose values are there at a level of a phase. */
    private List<Value> accumulated(Phase phase, int level) {
        return schedule.inOrder().stream()
                .filter(value -> value.origin() instanceof Origin.OverSteps sum
                        && accumulationPhase(sum.value()) == phase
                        && accumulationLevel(sum.value()) == level)
                .toList();
    }

    private Phase accumulationPhase(Value summed) {
        Value stored = View.of(summed).base();
        return stored.operands().isEmpty() ? Phase.AFTER : schedule.phase(stored);
    }

    private int accumulationLevel(Value summed) {
        Value stored = View.of(summed).base();
        if (stored.operands().isEmpty()) {
            return schedule.levelCount(Phase.AFTER);
        }
        if (stored.origin() instanceof Origin.Products products) {
            int level = 0;
            for (int i = 0; i < products.terms().size(); i++) {
                if (schedule.termPhase(stored, products.terms().get(i)) == schedule.phase(stored)) {
                    level = Math.max(level, schedule.termLevel(stored, i) + 1);
                }
            }
            return level;
        }
        return schedule.level(stored);
    }

    // ---- programs ----

    private RowProgram program(List<Value> computed, List<Value> prefilled, List<Value> accumulated) {
        int widest = 1;
        for (Value value : computed) {
            widest = Math.max(widest, value.width());
        }
        int blockRows = Math.max(1, RowProgram.BLOCK_ELEMENTS / widest);
        int blockLength = placeInBlock(computed, accumulated, blockRows);
        ProgramWriter writer = new ProgramWriter(this::access, this::number, fusion);
        computed.forEach(writer::compute);
        for (Value sum : prefilled) {
            Origin.Products products = (Origin.Products) sum.origin();
            Access start = products.start().isEmpty()
                    ? number(0)
                    : access(products.start().get(0));
            writer.start(start, access(sum));
        }
        for (Value sum : accumulated) {
            writer.accumulate(sum, ((Origin.OverSteps) sum.origin()).value());
        }
        boolean flat = writer.steps().stream()
                .flatMap(step -> step.accesses().stream())
                .allMatch(Access::isFlat);
        return new RowProgram(List.copyOf(writer.steps()), List.copyOf(writer.names()), blockRows, blockLength, flat);
    }

    /** Gives the values that live in a block their places, one after another's last use; returns the block's length. */
    private int placeInBlock(List<Value> computed, List<Value> accumulated, int blockRows) {
        Map<Value, Integer> lastUse = new HashMap<>();
        for (int i = 0; i < computed.size(); i++) {
            for (Value operand : read(computed.get(i))) {
                lastUse.put(operand, i);
            }
        }
        for (Value sum : accumulated) {
            read(sum).forEach(operand -> lastUse.put(operand, computed.size()));
        }
        BlockSlots slots = new BlockSlots();
        for (int i = 0; i < computed.size(); i++) {
            Value value = computed.get(i);
            if (layout.isBlock(value)) {
                blockOffsets.put(value, slots.take(value.width(), lastUse.getOrDefault(value, i)) * blockRows);
            }
            slots.freeUpTo(i);
        }
        return slots.length() * blockRows;
    }

    /** The stored values that computing a value reads, those of what it absorbs included. */
    private List<Value> read(Value value) {
        List<Value> read = new ArrayList<>();
        for (Value operand : value.operands()) {
            Value stored = View.of(operand).base();
            if (fusion.isAbsorbed(stored)) {
                read.addAll(read(stored));
            } else {
                read.add(stored);
            }
        }
        return read;
    }

    private Access number(double number) {
        Value constant = equations.leaf(new Origin.Constant(number), Shape.scalar());
        numbers.add(constant);
        return access(constant);
    }

    /** Where a value is. */
    private Access access(Value value) {
        return layout.access(value, blockOffsets.getOrDefault(View.of(value).base(), 0));
    }
}
