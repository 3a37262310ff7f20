package dev.tendril.tensor.plan;

import java.util.HashMap;
import java.util.Map;

/**
 * Something known about each value.
 *
 * @param <T> what is known
 */
final class ByValue<T> {
    private final Map<Value, T> facts = new HashMap<>();

    /**
     * What is known.
     *
     * @throws IllegalStateException if nothing is
     */
    T of(Value value) {
        T fact = facts.get(value);
        if (fact == null) {
            throw new IllegalStateException("nothing is known about " + value);
        }
        return fact;
    }

    T or(Value value, T otherwise) {
        return facts.getOrDefault(value, otherwise);
    }

    boolean has(Value value) {
        return facts.containsKey(value);
    }

    void put(Value value, T fact) {
        facts.put(value, fact);
    }
}
