package dev.tendril.benchmarks.workload;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sizes of a workload.
 *
 * @param values those that matter to it
 */
public record Sizes(Map<Size, Integer> values) {
    public Sizes {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        values.forEach((size, value) -> {
            if (value < 1) {
                throw new IllegalArgumentException(size.label() + " is " + value + ", want at least 1");
            }
        });
    }

    /**
     * A size.
     *
     * @throws IllegalArgumentException if it does not matter to the workload
     */
    public int get(Size size) {
        Integer value = values.get(size);
        if (value == null) {
            throw new IllegalArgumentException(
                    "there is no " + size.label() + " here; the sizes are " + this + ", set one of them");
        }
        return value;
    }

    /**
     * The same with another value.
     *
     * @throws IllegalArgumentException if the size does not matter to the workload
     */
    public Sizes with(Size size, int value) {
        get(size);
        Map<Size, Integer> changed = new TreeMap<>(values);
        changed.put(size, value);
        return new Sizes(changed);
    }

    /** The same with other values of those sizes that matter to the workload. */
    public Sizes withKnown(Map<Size, Integer> others) {
        Map<Size, Integer> changed = new TreeMap<>(values);
        changed.replaceAll((size, value) -> others.getOrDefault(size, value));
        return new Sizes(changed);
    }

    /** Whether a size matters to the workload. */
    public boolean has(Size size) {
        return values.containsKey(size);
    }

    /** The product of some sizes. */
    public long product(Size... sizes) {
        long product = 1;
        for (Size size : sizes) {
            product *= get(size);
        }
        return product;
    }

    /** Such as {@code batch=32,length=64}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey().label() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
