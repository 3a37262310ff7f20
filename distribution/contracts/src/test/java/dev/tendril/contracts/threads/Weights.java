package dev.tendril.contracts.threads;

import dev.tendril.api.tensor.ParameterStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of a model.
 *
 * @param numbers by the parameter's path
 */
record Weights(Map<String, double[]> numbers) {

    static Weights of(ParameterStore store) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        store.parameters().forEach(parameter -> numbers.put(parameter.path(), parameter.toDoubles()));
        return new Weights(numbers);
    }

    /** Every number that is not the same to the bit, in words. */
    List<String> differences(Weights others) {
        if (!numbers.keySet().equals(others.numbers.keySet())) {
            return List.of("parameters " + numbers.keySet() + " and " + others.numbers.keySet());
        }
        List<String> differences = new ArrayList<>();
        numbers.forEach((path, ours) -> {
            double[] theirs = others.numbers.getOrDefault(path, new double[0]);
            if (ours.length != theirs.length) {
                differences.add(path + ": " + ours.length + " and " + theirs.length + " numbers");
                return;
            }
            for (int i = 0; i < ours.length; i++) {
                if (Double.doubleToRawLongBits(ours[i]) != Double.doubleToRawLongBits(theirs[i])) {
                    differences.add(path + "[" + i + "]: " + ours[i] + " and " + theirs[i]);
                }
            }
        });
        return differences;
    }
}
