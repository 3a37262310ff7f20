package dev.tendril.tensor.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides when every value is computed: in which phase, and within it at which level. A level is a program of row operations followed
 * by products; the products of a level read what its program and those before have made, and are read from the next level on.
 *
 * <p>Values are the stored ones: views are looked through.
 */
final class Schedule {
    private final Results results;
    private final Uses uses;
    private final Predicate<Value> keptOncePerRow;
    private final boolean nextInLoop;
    private final List<Value> order = new ArrayList<>();
    private final ByValue<List<Value>> readers = new ByValue<>();
    private final Set<Value> wanted = new HashSet<>();
    private final Set<Value> carried = new HashSet<>();
    private final ByValue<Phase> phases = new ByValue<>();
    private final ByValue<Integer> levels = new ByValue<>();
    private final ByValue<int[]> termLevels = new ByValue<>();

    /**
     * Schedules everything that results need.
     *
     * @param keptOncePerRow whether a kept value is the same at every step
     * @param nextInLoop whether everything carried is computed in the loop, read there or not
     */
    Schedule(Results results, Predicate<Value> keptOncePerRow, boolean nextInLoop) {
        this.results = results;
        this.keptOncePerRow = keptOncePerRow;
        this.nextInLoop = nextInLoop;
        this.uses = new Uses(results.all());
        for (Value value : uses.inOrder()) {
            if (View.of(value).base() == value) {
                order.add(value);
                readers.put(value, new ArrayList<>());
                stored(value).forEach(operand -> readers.of(operand).add(value));
            }
        }
        results.all().forEach(result -> wanted.add(View.of(result).base()));
        choosePhases();
        for (Phase phase : List.of(Phase.ROWS, Phase.BEFORE, Phase.LOOP, Phase.AFTER)) {
            chooseLevels(phase);
        }
    }

    /** The stored values behind the operands of a value. */
    static List<Value> stored(Value value) {
        return value.operands().stream().map(operand -> View.of(operand).base()).toList();
    }

    /** All stored values, each behind what it is computed from. */
    List<Value> inOrder() {
        return order;
    }

    /** The stored values computed from a stored value, one entry for each time they read it. */
    List<Value> readers(Value value) {
        return readers.of(value);
    }

    boolean has(Value value) {
        return readers.has(value);
    }

    /** Whether a stored value, or a view of it, is a result. */
    boolean isResult(Value value) {
        return wanted.contains(value);
    }

    /** Whether a stored value is there at every step: another one at each, or the same at all. */
    boolean isPerStep(Value value) {
        return phases.of(value) != Phase.FINALLY;
    }

    Phase phase(Value value) {
        return phases.of(value);
    }

    /** The level of a value that a program computes. */
    int level(Value value) {
        return levels.of(value);
    }

    /** The level of each term of a sum of products, within {@link #termPhase}. */
    int termLevel(Value products, int term) {
        return termLevels.of(products)[term];
    }

    /** When a term of a sum of products is computed: before the loop, if neither it nor what the sum starts from is of the loop. */
    Phase termPhase(Value products, Origin.Term term) {
        Phase phase = phases.of(products);
        boolean waits = isOfLoop(term.left())
                || ((Origin.Products) products.origin()).start().stream().anyMatch(this::isOfLoop);
        return phase == Phase.LOOP && !waits ? Phase.BEFORE : phase;
    }

    private boolean isOfLoop(Value value) {
        return phases.of(View.of(value).base()) == Phase.LOOP;
    }

    // ---- phases ----

    private void choosePhases() {
        for (Value value : order) {
            phases.put(value, first(value));
        }
        Set<Value> fedBack = new HashSet<>();
        for (int i = 0; i < results.next().size(); i++) {
            Value next = View.of(results.next().get(i)).base();
            boolean everyStepTheSame = phases.of(next).compareTo(Phase.BEFORE) < 0;
            if (nextInLoop || isRead(i) || everyStepTheSame) {
                markLoop(next, fedBack);
            }
        }
        for (Value value : order) {
            Phase phase = phases.of(value);
            boolean computed = !value.operands().isEmpty();
            if (fedBack.contains(value) && computed && phase != Phase.FINALLY) {
                phases.put(value, Phase.LOOP);
            } else if (phase == Phase.LOOP && computed) {
                boolean passing = stored(value).stream().anyMatch(this::isGoneAfterLoop);
                phases.put(value, passing ? Phase.LOOP : Phase.AFTER);
                if (passing) {
                    keepOperandsIn(value);
                }
            }
        }
        keepSheetsIn();
        for (int i = order.size() - 1; i >= 0; i--) {
            moveToReader(order.get(i));
        }
    }

    /** Computes sheets that the loop reads there, and what is computed from them too: they are never kept for all steps. */
    private void keepSheetsIn() {
        for (int i = order.size() - 1; i >= 0; i--) {
            Value value = order.get(i);
            boolean read = readers.of(value).stream().anyMatch(reader -> phases.of(reader) == Phase.LOOP);
            if (phases.of(value) == Phase.BEFORE
                    && value.isSheet()
                    && !value.operands().isEmpty()
                    && read) {
                phases.put(value, Phase.LOOP);
            }
        }
        for (Value value : order) {
            Phase phase = phases.of(value);
            boolean late = phase == Phase.AFTER && stored(value).stream().anyMatch(this::isGoneAfterLoop);
            boolean early = phase == Phase.BEFORE
                    && stored(value).stream().anyMatch(operand -> phases.of(operand) == Phase.LOOP);
            if (!value.operands().isEmpty() && (late || early)) {
                phases.put(value, Phase.LOOP);
                keepOperandsIn(value);
            }
        }
    }

    /** Computes in the loop what a value of the loop reads and what would otherwise wait for the loop's end. */
    private void keepOperandsIn(Value value) {
        for (Value operand : stored(value)) {
            if (phases.of(operand) == Phase.AFTER) {
                phases.put(operand, Phase.LOOP);
                keepOperandsIn(operand);
            }
        }
    }

    /** Whether a value is not kept for all steps: a sheet of the loop, or what is carried backwards. */
    private boolean isGoneAfterLoop(Value value) {
        return value.operands().isEmpty()
                ? nextInLoop && value.origin() instanceof Origin.Carried
                : phases.of(value) == Phase.LOOP && value.isSheet();
    }

    /** The earliest phase; the loop for everything that depends on what is carried. */
    private Phase first(Value value) {
        Origin origin = value.origin();
        if (origin instanceof Origin.Known || origin instanceof Origin.Constant) {
            return Phase.SHARED;
        }
        if (origin instanceof Origin.PerRow) {
            return Phase.ROWS;
        }
        if (origin instanceof Origin.PerStep) {
            return Phase.BEFORE;
        }
        if (origin instanceof Origin.Kept) {
            return keptOncePerRow.test(value) ? Phase.ROWS : Phase.BEFORE;
        }
        if (origin instanceof Origin.Carried) {
            carried.add(value);
            return Phase.LOOP;
        }
        List<Value> operands = stored(value);
        Phase latest = Phase.SHARED;
        for (Value operand : operands) {
            latest = later(latest, phases.of(operand));
            if (carried.contains(operand)) {
                carried.add(value);
            }
        }
        if (origin instanceof Origin.OverSteps || latest == Phase.FINALLY) {
            return Phase.FINALLY;
        }
        if (!value.ofRows()) {
            return latest == Phase.SHARED ? Phase.SHARED : Phase.FINALLY;
        }
        return latest == Phase.SHARED ? Phase.ROWS : latest;
    }

    private static Phase later(Phase a, Phase b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private boolean isRead(int index) {
        return order.stream()
                .anyMatch(value -> value.origin() instanceof Origin.Carried leaf
                        && leaf.index() == index
                        && !readers.of(value).isEmpty());
    }

    /** Marks a value that is fed back, and what it is computed from as far as that depends on what is carried. */
    private void markLoop(Value value, Set<Value> fedBack) {
        if (fedBack.add(value)) {
            for (Value operand : stored(value)) {
                if (carried.contains(operand)) {
                    markLoop(operand, fedBack);
                }
            }
        }
    }

    /** Moves what is cheap, or a sheet, and read in one later phase only into that phase, where it stays in the cache. */
    private void moveToReader(Value value) {
        if (phases.of(value) != Phase.BEFORE
                || wanted.contains(value)
                || value.operands().isEmpty()
                || !(StepGradient.isCheap(value) || value.isSheet())) {
            return;
        }
        Set<Phase> reading = new HashSet<>();
        for (Value reader : readers.of(value)) {
            reading.add(phaseOfReading(value, reader));
        }
        if (reading.size() == 1) {
            Phase only = reading.iterator().next();
            if (only == Phase.LOOP || only == Phase.AFTER) {
                phases.put(value, only);
            }
        }
    }

    private Phase phaseOfReading(Value value, Value reader) {
        if (reader.origin() instanceof Origin.Products products) {
            boolean starts =
                    products.start().stream().anyMatch(from -> View.of(from).base() == value);
            for (Origin.Term term : products.terms()) { // the first terms come first in time, too
                if (starts || View.of(term.left()).base() == value) {
                    return termPhase(reader, term);
                }
            }
        }
        if (reader.origin() instanceof Origin.OverSteps) {
            return Phase.BEFORE;
        }
        return phases.of(reader);
    }

    // ---- levels ----

    private void chooseLevels(Phase phase) {
        List<Value> computed = order.stream()
                .filter(value -> !value.operands().isEmpty() && takesPart(value, phase))
                .toList();
        for (Value value : computed) {
            if (value.origin() instanceof Origin.Products products) {
                chooseTermLevels(value, products, phase);
            } else {
                int level = 0;
                for (Value operand : stored(value)) {
                    level = Math.max(level, available(operand, phase));
                }
                levels.put(value, level);
            }
        }
        for (int i = computed.size() - 1; i >= 0; i--) {
            Value value = computed.get(i);
            if (!(value.origin() instanceof Origin.Products)) {
                levels.put(value, Math.max(levels.of(value), latestUseful(value, phase)));
            }
        }
    }

    private boolean takesPart(Value value, Phase phase) {
        if (value.origin() instanceof Origin.Products products) {
            return products.terms().stream().anyMatch(term -> termPhase(value, term) == phase);
        }
        return phases.of(value) == phase;
    }

    private void chooseTermLevels(Value value, Origin.Products products, Phase phase) {
        int[] chosen = termLevels.or(value, new int[products.terms().size()]);
        termLevels.put(value, chosen);
        int start = 0;
        for (Value from : products.start()) {
            start = Math.max(start, available(View.of(from).base(), phase));
        }
        for (int i = 0; i < chosen.length; i++) {
            Origin.Term term = products.terms().get(i);
            if (termPhase(value, term) == phase) {
                chosen[i] = Math.max(start, available(View.of(term.left()).base(), phase));
                start = chosen[i]; // terms are added in their order
            }
        }
    }

    /** The first level that can read a value. */
    private int available(Value value, Phase phase) {
        if (value.operands().isEmpty()) {
            return 0;
        }
        if (value.origin() instanceof Origin.Products products) {
            int level = 0;
            for (int i = 0; i < products.terms().size(); i++) {
                if (termPhase(value, products.terms().get(i)) == phase) {
                    level = Math.max(level, termLevels.of(value)[i] + 1);
                }
            }
            return level;
        }
        return phases.of(value) == phase ? levels.of(value) : 0;
    }

    /** The last level at which a value serves all its readers of a phase; 0 if there are none. */
    private int latestUseful(Value value, Phase phase) {
        int latest = Integer.MAX_VALUE;
        for (Value reader : readers.of(value)) {
            if (reader.origin() instanceof Origin.Products products) {
                boolean starts =
                        products.start().stream().anyMatch(from -> View.of(from).base() == value);
                for (int i = 0; i < products.terms().size(); i++) {
                    Origin.Term term = products.terms().get(i);
                    boolean reads = starts || View.of(term.left()).base() == value;
                    if (reads && termPhase(reader, term) == phase) {
                        latest = Math.min(latest, termLevels.of(reader)[i]);
                    }
                }
            } else if (phases.of(reader) == phase) {
                latest = Math.min(latest, levels.of(reader));
            }
        }
        return latest == Integer.MAX_VALUE ? 0 : latest;
    }

    /** Number of levels of a phase. */
    int levelCount(Phase phase) {
        int count = 0;
        for (Value value : order) {
            if (value.origin() instanceof Origin.Products products) {
                for (int i = 0; i < products.terms().size(); i++) {
                    if (termPhase(value, products.terms().get(i)) == phase) {
                        count = Math.max(count, termLevels.of(value)[i] + 1);
                    }
                }
            } else if (phases.of(value) == phase && levels.has(value)) {
                count = Math.max(count, levels.of(value) + 1);
            }
        }
        return count;
    }
}
