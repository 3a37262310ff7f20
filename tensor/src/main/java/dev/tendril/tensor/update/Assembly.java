package dev.tendril.tensor.update;

import dev.tendril.tensor.update.ElementProgram.Output;
import dev.tendril.tensor.update.ElementProgram.Registers;
import dev.tendril.tensor.update.ElementProgram.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a program of values: puts kernels in order and gives every value a register. A value that becomes the new content of a place is
 * made there, unless the old content is read later or the value is needed twice; then it is made beside and copied at the end.
 */
final class Assembly {
    private final List<Value.Place> places;
    private final List<Value.Given> given;
    private final List<Value.Literal> literals = new ArrayList<>();
    private final List<Value.Made> numbers = new ArrayList<>(); // in the order of computation
    private final List<Value.Made> arrays = new ArrayList<>(); // in the order of computation
    private final Set<Value> ordered = new HashSet<>();
    private final Map<Value, Value.Place> targets = new HashMap<>();
    private final Map<Value, Integer> registers = new HashMap<>();

    Assembly(List<Value.Place> places, List<Value.Given> given) {
        this.places = places;
        this.given = given;
    }

    ElementProgram assemble(List<Output> outputs) {
        List<Output> computed = computed(outputs);
        computed.forEach(output -> order(output.value()));
        computed.forEach(this::target);
        places.forEach(this::register);
        given.forEach(this::register);
        literals.forEach(this::register);
        numbers.forEach(this::register);
        int first = registers.size();
        assignScratch();
        int scratch = registers.values().stream()
                        .mapToInt(register -> register + 1)
                        .max()
                        .orElse(first)
                - first;
        List<Double> constants = literals.stream().map(Value.Literal::value).toList();
        Registers layout = new Registers(places.size(), given.size(), constants, numbers.size(), Math.max(0, scratch));
        return new ElementProgram(steps(numbers), AdamPattern.joined(steps(arrays), layout), layout);
    }

    /** The outputs that change something, each computed; what moves from place to place is saved before anything is written. */
    private List<Output> computed(List<Output> outputs) {
        List<Output> computed = new ArrayList<>();
        for (Output output : outputs) {
            if (output.value() instanceof Value.Place moved) {
                if (moved != output.place()) {
                    Value.Made saved = Value.Made.copy(moved);
                    order(saved);
                    computed.add(new Output(output.place(), saved));
                }
            } else {
                Value value = output.value().number() ? Value.Made.copy(output.value()) : output.value();
                computed.add(new Output(output.place(), value));
            }
        }
        return computed;
    }

    /** Puts a value behind those it is made of. */
    private void order(Value value) {
        if (!ordered.add(value)) {
            return;
        }
        if (value instanceof Value.Literal literal) {
            literals.add(literal);
        } else if (value instanceof Value.Made made) {
            made.operands().forEach(this::order);
            (made.number() ? numbers : arrays).add(made);
        }
    }

    /** Decides where an output is made. */
    private void target(Output output) {
        Value value = output.value();
        if (targets.containsKey(value) || readAfter(value, output.place())) {
            Value.Made copy = Value.Made.copy(value);
            order(copy);
            targets.put(copy, output.place());
        } else {
            targets.put(value, output.place());
        }
    }

    private boolean readAfter(Value value, Value.Place place) {
        List<Value.Made> later = arrays.subList(arrays.indexOf(value) + 1, arrays.size());
        return later.stream().anyMatch(made -> made.operands().contains(place));
    }

    private void register(Value value) {
        registers.put(value, registers.size());
    }

    private int registerOf(Value value) {
        Integer register = registers.get(value);
        if (register == null) {
            throw new IllegalArgumentException("a value reads a place or a number that the program is not given");
        }
        return register;
    }

    private void assignScratch() {
        Deque<Integer> free = new ArrayDeque<>();
        int next = registers.size();
        for (int at = 0; at < arrays.size(); at++) {
            Value.Made made = arrays.get(at);
            for (Value operand : new HashSet<>(made.operands())) {
                if (operand instanceof Value.Made
                        && !operand.number()
                        && !targets.containsKey(operand)
                        && lastRead(operand) == at) {
                    free.push(registerOf(operand)); // a result may lie where an operand lay
                }
            }
            Value.Place target = targets.get(made);
            if (target != null) {
                registers.put(made, registerOf(target));
            } else {
                registers.put(made, free.isEmpty() ? next++ : free.pop());
            }
        }
    }

    private int lastRead(Value value) {
        int last = -1;
        for (int at = 0; at < arrays.size(); at++) {
            if (arrays.get(at).operands().contains(value)) {
                last = at;
            }
        }
        return last;
    }

    private List<Step> steps(List<Value.Made> values) {
        return values.stream()
                .map(made -> new Step(
                        made.kernel(),
                        made.operands().stream().mapToInt(this::registerOf).toArray(),
                        registerOf(made)))
                .toList();
    }
}
